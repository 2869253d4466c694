import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../core/i18n/translate.ts';
import type { Platform } from '../../core/platform.ts';

export interface MenuOptions {
  readonly platform: Platform;
  readonly isPackaged: boolean;
  readonly t: Translate;
  readonly showLog: () => void;
}

/** The native menu. What Electron calls a role has the system’s own words, keys and manners. */
export function menuTemplate({ platform, isPackaged, t, showLog }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const developers: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    isMac ? { role: 'appMenu' } : { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: t('desktop/menu/view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...developers,
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: t('desktop/menu/showLog'), click: showLog },
        ...(isMac ? [] : [{ role: 'about' } as const satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
}
