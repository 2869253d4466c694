/** Whether a text holds every word of what is searched for, in whatever order and case; everything does where that is nothing. */
export function matcher(query: string): (text: string) => boolean {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    if (words.length === 0) return true;
    const searched = folded(text);
    return words.every((word) => searched.includes(word));
  };
}

function folded(text: string): string {
  return text.toLowerCase();
}
