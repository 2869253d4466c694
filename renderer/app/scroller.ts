/** What scrolls a screen: itself, or where there is little room the whole page. */
export function scroller(): Element {
  const screen = document.querySelector('.screen');
  const page = document.scrollingElement ?? document.documentElement;
  return screen !== null && screen.scrollHeight > screen.clientHeight ? screen : page;
}
