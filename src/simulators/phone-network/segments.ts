// 3GPP TS 23.038, GSM 7-bit default alphabet and its extension table.
const gsmBasic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const gsmExtended = new Set("\f^{}\\[~]|€");

/** How many texts a body is billed as: 160 or 153 GSM characters each, else 70 or 67 UTF-16 units. */
export function countSegments(body: string): number {
  let units = 0;
  for (const character of body) {
    if (gsmBasic.has(character)) units += 1;
    else if (gsmExtended.has(character)) units += 2;
    else return segmentsOf(body.length, 70, 67);
  }
  return segmentsOf(units, 160, 153);
}

function segmentsOf(units: number, single: number, joined: number): number {
  return units <= single ? 1 : Math.ceil(units / joined);
}
