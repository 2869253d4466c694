import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const TEXTS = /\/core\/i18n\/en\.ts$/;

/**
 * Makes the texts of a language a file of data beside the script, which is fetched as the page begins: a browser reads
 * JSON with less ado than a program, and loads no language but its own.
 */
export function textsAsData(): Plugin {
  return {
    name: 'texts-as-data',
    apply: 'build',
    load: {
      filter: { id: TEXTS },
      async handler(id) {
        const { en } = await import(pathToFileURL(id).href);
        const source = JSON.stringify(en);
        const file = this.emitFile({ type: 'asset', name: 'en.json', source });
        return `export const en = await (await fetch(import.meta.ROLLUP_FILE_URL_${file})).json();`;
      },
    },
    // Fetched together with the script, and not only once that runs.
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.values(bundle ?? {})
          .filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.json'))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', crossorigin: '', href: `/${fileName}` },
            injectTo: 'head',
          })),
    },
  };
}
