// The one alias of tsconfig.json, in the form the import rules can read.
const { resolve } = require("node:path");

module.exports = { resolve: { alias: { "@": resolve(__dirname, "../../src") } } };
