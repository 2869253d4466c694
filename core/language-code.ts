/** Whether the text is a language tag in form, e.g. `de` or `pt-BR`; whether there are texts for it is another matter. */
export function isLanguageCode(text: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text);
}
