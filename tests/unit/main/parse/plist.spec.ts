import { build, buildBinary } from 'plist';
import { describe, expect, test } from 'vitest';
import { parsePlist } from '../../../../main/parse/plist.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

const CONTENT = { name: 'Grüße & "more"', count: 70_000, on: true, list: ['a', ['b'], {}], share: 0.5 };

const read = (content: string | Uint8Array) =>
  parsePlist('~/x.plist', typeof content === 'string' ? new TextEncoder().encode(content) : content);

describe('a property list', () => {
  const cases: readonly (readonly [string, string | Uint8Array, unknown])[] = [
    ['in binary', buildBinary(CONTENT), CONTENT],
    ['in XML', build(CONTENT), CONTENT],
    ['whose long text has a size of its own', buildBinary({ long: 'x'.repeat(70_000) }), { long: 'x'.repeat(70_000) }],
    ['with a key shared by many dictionaries', buildBinary(Array(400).fill({ k: 1 })), Array(400).fill({ k: 1 })],
    ['with data', buildBinary({ d: Uint8Array.of(1, 2) }), { d: Uint8Array.of(1, 2) }],
    ['with a date', '<plist><date>2026-01-02T03:04:05Z</date></plist>', new Date('2026-01-02T03:04:05Z')],
    [
      'with comments, one of them in a key',
      '<plist><dict><key><!--no-->k</key><true/><!--<x>--></dict></plist>',
      { k: true },
    ],
    ['with raw text', '<plist><string>a<![CDATA[<b>]]>c</string></plist>', 'a<b>c'],
    ['of nothing', '<plist version="1.0"><dict/></plist>', {}],
    ['behind a byte order mark', `\uFEFF${HEAD}<plist><true/></plist>`, true],
  ];
  test.each(cases)('%s', async (_name, content, expected) => {
    expect(await read(content)).toEqual({ kind: 'value', value: expected });
  });

  test('that lies inside a larger buffer', async () => {
    const plist = buildBinary(CONTENT);
    const larger = new Uint8Array(plist.length + 20).fill(7);
    larger.set(plist, 9);
    expect(await read(larger.subarray(9, 9 + plist.length))).toEqual({ kind: 'value', value: CONTENT });
  });
});

describe('no property list', () => {
  const lols = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['empty', '', /no end/],
    ['OpenStep text', '{ a = b; }', /no end|text stands/],
    ['JSON', '{"a": 1}', /text stands/],
    ['not UTF-8', Uint8Array.of(0x3c, 0xff), /UTF-8/],
    [
      'billion laughs',
      `<!DOCTYPE plist [<!ENTITY l0 "lol">${lols}]><plist><string>&l9;</string></plist>`,
      /position 0/,
    ],
    [
      'an external entity',
      '<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]><plist><string>&x;</string></plist>',
      /position 0/,
    ],
    ['an entity that nobody declared', '<plist><string>&x;</string></plist>', /entity/],
    ['nested deeply', `<plist>${'<array>'.repeat(99_999)}${'</array>'.repeat(99_999)}</plist>`, /deeply/],
    ['opened and never closed', '<plist><array>'.padEnd(500_000, '<true/>'), /elements|no end|XML/],
    ['of many elements', `<plist><array>${'<true/>'.repeat(60_000)}</array></plist>`, /more than 50000/],
    ['an unclosed comment', `<plist>${'<!--'.repeat(50_000)}`, /position 7/],
    ['HTML', '<html><body/></html>', /does not belong/],
    ['without plist', '<dict/>', /first element/],
    ['two values', '<plist><true/><false/></plist>', /one value/],
    ['no value', '<plist/>', /one value/],
    ['two lists', '<plist><true/></plist><plist><true/></plist>', /follows/],
    ['a key without its value', '<plist><dict><key>a</key></dict></plist>', /no value/],
    ['a value without its key', '<plist><dict><true/></dict></plist>', /alternate/],
    ['two keys', '<plist><dict><key>a</key><key>b</key></dict></plist>', /alternate/],
    ['crossed tags', '<plist><dict></plist></dict>', /in order/],
    ['a tag inside a text', '<plist><string>a<true/></string></plist>', /inside a text/],
    ['text beside values', '<plist><array>x</array></plist>', /text stands/],
    ['raw text as a key', '<plist><dict><key><![CDATA[a]]></key><true/></dict></plist>', /text stands/],
    ['an attribute', '<plist><string onclick="x">a</string></plist>', /position/],
    ['a declaration in the middle', `<plist>${HEAD}<true/></plist>`, /declaration/],
    ['the prototype as a key', '<plist><dict><key>__proto__</key><dict/></dict></plist>', /parsed/],
    ['data that is not base64', '<plist><data>!!</data></plist>', /parsed/],
    ['cut short', '<plist><dict><key>a', /no end/],
  ];
  test.each(cases)('XML: %s', async (_name, content, why) => {
    expect(await read(content)).toEqual({ kind: 'unreadable', why: expect.stringMatching(why) });
  });

  const binary: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['only its header', new TextEncoder().encode('bplist00'), /too short/],
    ['more objects than bytes', binaryPlist([[0x08]], { count: 2 ** 40 }), /fewer objects/],
    ['a table outside of it', binaryPlist([[0x08]], { table: 2 ** 52 }), /fewer objects/],
    ['a top object it does not have', binaryPlist([[0x08]], { top: 1 }), /does not have/],
    ['offsets of no width', binaryPlist([[0x08]], { offsetWidth: 0 }), /width/],
    ['a reference to itself', binaryPlist([[0xa1, 0]]), /deeply/],
    [
      'a circle',
      binaryPlist([
        [0xa1, 1],
        [0xa1, 0],
      ]),
      /deeply/,
    ],
    ['a reference to nowhere', binaryPlist([[0xa1, 9]]), /does not have/],
    [
      'lists that double forty times',
      binaryPlist([...Array.from({ length: 40 }, (_, n) => [0xa2, n + 1, n + 1]), [0x08]]),
      /too much/,
    ],
    ['one text used a thousand times', manyTexts(), /too much/],
    ['a list of 2^31 entries', binaryPlist([[0xaf, 0x12, 0x7f, 0xff, 0xff, 0xff]]), /longer/],
    ['a text of 2^60 letters', binaryPlist([[0x5f, 0x13, 0x10, 0, 0, 0, 0, 0, 0, 0]]), /longer/],
    ['wide text beyond its end', binaryPlist([[0x62, 0, 65]]), /longer/],
    ['data beyond its end', binaryPlist([[0x4a, 1]]), /longer/],
    ['a size that is no number', binaryPlist([[0x5f, 0x55, 1]]), /no size/],
    ['a size of 2^9 bytes', binaryPlist([[0x5f, 0x19, 1]]), /outside|width/],
    ['a number of 16 bytes', binaryPlist([[0x14, ...Array(16).fill(1)]]), /too large/],
    ['a key that is a list', binaryPlist([[0xd1, 1, 2], [0xa0], [0x08]]), /not text/],
    [
      'the prototype as a key',
      binaryPlist([[0xd1, 1, 2], [0x59, ...new TextEncoder().encode('__proto__')], [0xd0]]),
      /__proto__/,
    ],
    [
      'the prototype as a wide key',
      binaryPlist([[0xd1, 1, 2], [0x69, ...[...'__proto__'].flatMap((c) => [0, c.charCodeAt(0)])], [0xd0]]),
      /__proto__/,
    ],
    ['a kind that does not exist', binaryPlist([[0xf0]]), /does not exist/],
    ['a lone object of no kind', binaryPlist([[0x07]]), /parsed/],
    ['cut short', buildBinary(CONTENT).subarray(0, 90), /./],
  ];
  test.each(binary)('binary: %s', async (_name, content, why) => {
    expect(await read(content)).toEqual({ kind: 'unreadable', why: expect.stringMatching(why) });
  });

  test('names the file, and never quotes it', async () => {
    expect(await read('<plist><data>secret!</data></plist>')).toEqual({
      kind: 'unreadable',
      why: '~/x.plist: it is no property list that can be parsed',
    });
  });

  test('cut anywhere, or with any byte changed, it never throws', async () => {
    const plist = buildBinary(CONTENT);
    const kinds = new Set<string>();
    for (let place = 0; place < plist.length; place += 1) {
      for (const byte of [0x00, 0x5f, 0xaf, 0xdf, 0xff]) kinds.add((await read(plist.with(place, byte))).kind);
      kinds.add((await read(plist.subarray(0, place))).kind);
    }
    expect(kinds).toEqual(new Set(['value', 'unreadable']));
  });
});

interface Trailer {
  readonly count?: number;
  readonly top?: number;
  readonly table?: number;
  readonly offsetWidth?: number;
}

/** A binary property list of these objects, byte for byte, with references of one byte. */
function binaryPlist(
  objects: readonly (readonly number[])[],
  { count = objects.length, top = 0, table, offsetWidth = 4 }: Trailer = {},
): Uint8Array {
  const offsets: number[] = [];
  let end = 8;
  for (const object of objects) {
    offsets.push(end);
    end += object.length;
  }
  const bytes = new Uint8Array(end + objects.length * 4 + 32);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('bplist00'));
  bytes.set(objects.flat(), 8);
  offsets.forEach((offset, place) => {
    view.setUint32(end + place * 4, offset);
  });
  const trailer = bytes.length - 32;
  view.setUint8(trailer + 6, offsetWidth);
  view.setUint8(trailer + 7, 1);
  view.setBigUint64(trailer + 8, BigInt(count));
  view.setBigUint64(trailer + 16, BigInt(top));
  view.setBigUint64(trailer + 24, BigInt(table ?? end));
  return bytes;
}

function manyTexts(): Uint8Array {
  const text = [0x5f, 0x11, 0x27, 0x10, ...Array<number>(10_000).fill(0x61)];
  return binaryPlist([[0xaf, 0x11, 0x03, 0xe8, ...Array<number>(1000).fill(1)], text]);
}
