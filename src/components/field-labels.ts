/** The label of each named field as it stands on the page; ticks are left out, their labels are whole sentences. */
export function fieldLabels(
  form: HTMLFormElement,
  names: readonly string[],
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const name of names) {
    const control = document.getElementById(`${form.id}-${name}`);
    if (!(control instanceof HTMLElement) || !form.contains(control)) continue;
    const label = textOf(control);
    if (label) labels[name] = label;
  }
  return labels;
}

function textOf(control: HTMLElement): string | undefined {
  if (control.matches("[type=checkbox]")) return undefined;
  const legend = control.closest("fieldset")?.querySelector("legend")?.textContent;
  if (legend) return legend.trim();
  return document.querySelector(`label[for="${CSS.escape(control.id)}"]`)?.textContent?.trim();
}
