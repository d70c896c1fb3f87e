const text = "input:not([type=hidden],[type=checkbox],[type=radio],[type=password]), textarea";

/** Whether words stand in a field that were typed there; a code or a password is quickly typed again. */
export function isWrittenIn(dialog: HTMLElement): boolean {
  return [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(text)].some(
    (field) =>
      !field.readOnly &&
      field.autocomplete !== "one-time-code" &&
      field.value.trim() !== "" &&
      field.value !== field.defaultValue,
  );
}

/** Where a form's answers begin, so that its dialog does not open on its Close button. */
export function firstField(dialog: HTMLElement): HTMLElement | null {
  return dialog.querySelector<HTMLElement>(
    "form :is(input:not([type=hidden]), textarea, select):not(:disabled,[readonly])",
  );
}
