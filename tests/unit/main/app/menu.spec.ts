import { expect, test } from 'vitest';
import { PLATFORMS } from '../../../../core/platform.ts';
import { menuTemplate } from '../../../../main/app/menu.ts';

const t = (key: string) => key;

function rolesIn(template: ReturnType<typeof menuTemplate>): readonly string[] {
  return template.flatMap(({ role, submenu }) => [
    ...(role === undefined ? [] : [role]),
    ...(Array.isArray(submenu) ? rolesIn(submenu) : []),
  ]);
}

test.each(PLATFORMS)('on %s one can quit, copy, zoom, see what the app is, and find its log', (platform) => {
  const shown: boolean[] = [];
  const template = menuTemplate({ platform, isPackaged: true, t, showLog: () => shown.push(true) });
  const roles = rolesIn(template);
  expect(roles).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut', 'resetZoom', 'windowMenu', 'help']));
  // macOS has both in the app’s own menu.
  expect(roles.includes('appMenu')).toBe(platform === 'darwin');
  expect(roles.includes('fileMenu') && roles.includes('about')).toBe(platform !== 'darwin');
  const help = template.at(-1)?.submenu;
  const entry = Array.isArray(help) ? help.find(({ label }) => label === 'desktop/menu/showLog') : undefined;
  entry?.click?.({} as never, undefined, {} as never);
  expect(shown).toEqual([true]);
});

test('the tools for developers are in no packaged app', () => {
  const roles = (isPackaged: boolean) => rolesIn(menuTemplate({ platform: 'linux', isPackaged, t, showLog: () => {} }));
  expect(roles(true)).not.toEqual(expect.arrayContaining(['toggleDevTools']));
  expect(roles(true)).not.toContain('reload');
  expect(roles(false)).toContain('toggleDevTools');
});
