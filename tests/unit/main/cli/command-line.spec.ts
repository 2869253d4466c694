import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../../../core/report/schema.ts';
import { MACHINES } from '../../recorded-machines.ts';

const COMMAND = join(import.meta.dirname, '../../../../main/cli/capture-doctor.js');
const START = join(import.meta.dirname, '../../../../main/cli/start.js');

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const machine = (name: string): readonly string[] => ['--machine', join(MACHINES, name)];
const doctor = (...args: readonly string[]): Promise<Ended> => run(COMMAND, args);

describe('capture-doctor', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'command-line-'));
    await writeFile(join(folder, 'newer.json'), '{"schema":"capture-doctor/report@2"}');
    await writeFile(join(folder, 'other.json'), '{"hello":"world"}');
    await writeFile(join(folder, 'half.json'), '{"schema":"capture-doc');
    await writeFile(join(folder, 'case.json'), '{"site":"https://meet.example.com","ref":"48-211","need":["camera"]}');
    await writeFile(join(folder, 'bad-case.json'), '{"site":"javascript:alert(1)"}');
    await writeFile(join(folder, 'machine.json'), '{"platform":"linux"');
    await writeFile(join(folder, 'huge.json'), '');
    await truncate(join(folder, 'huge.json'), 100 * 1024 * 1024);
  });

  test.each([
    ['linux-healthy-laptop', 0],
    ['linux-site-block', 1],
    ['linux-unreadable-sysfs', 2],
  ])('on %s ends with %i', async (name, status) => {
    const ended = await doctor('diagnose', '--site', 'https://meet.example.com', ...machine(name));
    expect(ended).toMatchObject({ status, stderr: '' });
    expect(ended.stdout).toContain('Chromium');
    expect(ended.stdout).not.toContain('\u001b');
  });

  test('with --json prints one document and nothing else', async () => {
    const ended = await doctor('diagnose', '--json', '--site', 'meet.example.com', ...machine('linux-site-block'));
    expect(ended).toMatchObject({ status: 1, stderr: '' });
    expect(reportSchema.parse(JSON.parse(ended.stdout))).toMatchObject({
      schema: 'capture-doctor/report@1',
      case: { site: 'https://meet.example.com' },
      subjects: [
        { id: 'this-app', kind: 'app' },
        {
          id: 'chromium',
          kind: 'browser',
          name: 'Chromium',
          profile: 'Default',
          camera: { state: 'blocked', rootCause: 'browser.site-block', also: [] },
        },
      ],
      findings: [
        {
          cause: 'browser.site-block',
          code: 'W01',
          layer: 'site',
          medium: 'camera',
          subject: 'chromium',
          certainty: 'certain',
          fixableBy: 'user',
          guide: 'chrome.site-permission',
        },
      ],
    });
  });

  test('judges only what --need, --browser and --case name', async () => {
    const report = async (...args: readonly string[]) =>
      reportSchema.parse(
        JSON.parse((await doctor('diagnose', '--json', ...machine('linux-site-block'), ...args)).stdout),
      );
    const byCase = await report('--case', join(folder, 'case.json'));
    expect(byCase.case).toEqual({ site: 'https://meet.example.com', ref: '48-211', need: ['camera'] });
    expect(byCase.subjects.every(({ camera, microphone }) => camera !== undefined && microphone === undefined)).toBe(
      true,
    );
    const byLink = await report(
      '--case',
      'capture-doctor:case?need=camera',
      '--need',
      'microphone',
      '--browser',
      'chromium',
    );
    expect(byLink.subjects.map(({ id, camera }) => [id, camera])).toEqual([['chromium', undefined]]);
  });

  test('with -v gives the evidence', async () => {
    const { stdout } = await doctor('diagnose', '-v', '--site', 'meet.example.com', ...machine('linux-site-block'));
    expect(stdout).toContain('browserPermissions[0].store.camera.rules[0] = https://meet.example.com:443: block');
  });

  test('colours only where asked, and never against NO_COLOR or --no-color', async () => {
    const args = ['diagnose', ...machine('linux-no-camera')];
    expect((await run(COMMAND, args, { FORCE_COLOR: '1' })).stdout).toContain('\u001b[');
    expect((await run(COMMAND, [...args, '--no-color'], { FORCE_COLOR: '1' })).stdout).not.toContain('\u001b[');
    expect((await run(COMMAND, args, { NO_COLOR: '1' })).stdout).not.toContain('\u001b[');
  });

  test.each(['json', 'html', 'md', 'txt'])('saves a report as .%s for its owner alone', async (ending) => {
    const path = join(folder, `report.${ending}`);
    const ended = await doctor('diagnose', '--report', path, ...machine('linux-no-camera'));
    expect(ended).toMatchObject({ status: 1, stderr: `Saved ${path}\n` });
    expect(await readFile(path, 'utf8')).toMatch(ending === 'json' ? /device\.none/ : /no camera/);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('explains a saved report to the same end', async () => {
    const path = join(folder, 'explained.json');
    const first = await doctor('diagnose', '--report', path, ...machine('linux-no-camera'));
    const again = await doctor('explain', path);
    expect(again).toEqual({ status: first.status, stdout: first.stdout, stderr: '' });
  });

  test('speaks English, and says so, where it has no texts', async () => {
    const ended = await doctor('diagnose', '--lang', 'sw', ...machine('linux-no-camera'));
    expect(ended).toMatchObject({
      status: 1,
      stderr: 'There are no texts in that language yet; here is the English.\n',
    });
  });

  test('lists its commands', async () => {
    const { status, stdout } = await doctor('--help');
    expect(status).toBe(0);
    for (const command of ['diagnose', 'explain', 'open']) expect(stdout).toContain(`capture-doctor ${command}`);
    expect(await doctor('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test('cannot tell of a computer of which nothing is known', async () => {
    const path = join(folder, 'mac');
    await mkdir(path);
    await writeFile(join(path, 'machine.json'), '{"platform":"darwin","release":"24.6.0"}');
    expect(await doctor('diagnose', '--machine', path)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('Cannot tell: could not read macCameras: system_profiler: it is not installed'),
    });
    const { status, stdout } = await doctor('diagnose', '--json', '--machine', path);
    expect(status).toBe(2);
    const { subjects } = reportSchema.parse(JSON.parse(stdout));
    expect(subjects.map(({ id }) => id)).toEqual(['this-app']);
    expect(subjects[0]?.camera?.state).toBe('unknown');
  });

  test('cannot tell of a browser that is not there', async () => {
    const ended = await doctor('diagnose', '--browser', 'opera', ...machine('linux-healthy-laptop'));
    expect(ended).toMatchObject({ status: 2, stdout: expect.stringContaining('opera is not installed here') });
    expect(ended.stdout).not.toContain('Nothing stands');
  });

  test.skipIf(process.platform !== 'linux')('does not end well when its answer could not be written', async () => {
    const shell = (line: string): Promise<Ended> =>
      new Promise((resolve) => {
        const command = `"${process.execPath}" "${COMMAND}" diagnose --json ${machine('linux-no-camera').join(' ')} ${line}`;
        execFile('bash', ['-c', `set -o pipefail; ${command}`], (error, stdout, stderr) => {
          resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
        });
      });
    expect(await shell('> /dev/full')).toMatchObject({
      status: 70,
      stderr: expect.stringMatching(/could not be written/),
    });
    // Whoever reads may leave early; what was found is the answer all the same.
    expect(await shell('| true')).toMatchObject({ status: 1, stderr: '' });
  });

  test.skipIf(process.platform === 'win32')('keeps its compiled code to itself', async () => {
    const cache = join(folder, 'cache');
    await run(COMMAND, ['--version'], { XDG_CACHE_HOME: cache });
    expect((await stat(join(cache, 'capture-doctor'))).mode & 0o777).toBe(0o700);
    expect((await readdir(join(cache, 'capture-doctor'))).length).toBeGreaterThan(0);
    const shared = join(folder, 'shared');
    await mkdir(join(shared, 'capture-doctor'), { recursive: true });
    await chmod(join(shared, 'capture-doctor'), 0o777);
    expect(await run(COMMAND, ['--version'], { XDG_CACHE_HOME: shared })).toMatchObject({ status: 0 });
    expect(await readdir(join(shared, 'capture-doctor'))).toEqual([]);
  });

  test('shows no control characters of a report on the terminal', async () => {
    const path = join(folder, 'crafted.json');
    await doctor('diagnose', '--report', path, ...machine('linux-camera-held'));
    const crafted = (await readFile(path, 'utf8'))
      .replaceAll('Ubuntu', 'Ub\\u001b]0;pwned\\u0007untu')
      .replaceAll('"zoom"', '"zo\\u001b[2Jom"');
    await writeFile(path, crafted);
    const { stdout } = await doctor('explain', '-v', path);
    expect(stdout).toContain('untu');
    expect(stdout).not.toContain('\u001b');
  });

  test('npm start ends with 0 once it has made a diagnosis, but not after a mistake', async () => {
    expect(await run(START, [...machine('linux-no-camera'), '--no-color'])).toEqual({
      status: 0,
      stdout: expect.stringContaining('This computer has no camera.'),
      stderr: 'Such options are for the terminal, so here is the diagnosis.\n',
    });
    expect(await run(START, ['--bogus'])).toMatchObject({ status: 64 });
  });

  test.skipIf(process.platform !== 'linux')('npm start without a display says so, diagnoses and ends', async () => {
    const ended = await run(START, [], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringContaining('What to do now') });
    expect(ended.stderr).toBe('There is no display here, so here is the diagnosis in the terminal.\n');
  });

  describe('says in one sentence what is wrong, and ends with 64:', () => {
    const rows: readonly (readonly [readonly string[], RegExp])[] = [
      [['diagnose', '--bogus'], /--bogus/],
      [['diagnose', 'stray'], /stray/],
      [['diagnose', '--site'], /--site/],
      [['diagnose', '--site', 'not a site'], /--site: "not a site" is not a web address/],
      [['diagnose', '--site', 'ftp://example.com'], /--site: .* not an http or https address/],
      [['diagnose', '--browser', 'netscape'], /--browser: "netscape"/],
      [['diagnose', '--need', 'camera,screen'], /--need: "screen"/],
      [['diagnose', '--lang', '../x'], /--lang: /],
      [['diagnose', '--report', 'x.pdf'], /--report: x\.pdf has to end in/],
      [
        ['diagnose', '--report', '/no/such/folder/x.json', ...machine('linux-no-camera')],
        /cannot be written \(ENOENT\)/,
      ],
      [['diagnose', '--case', 'capture-doctor:nothing'], /--case: the link/],
      [['diagnose', '--case', '{folder}/none.json'], /--case: .*none\.json: it is not there/],
      [['diagnose', '--case', '{folder}/bad-case.json'], /bad-case\.json: site: is not a web address/],
      [['diagnose', '--case', '{folder}/huge.json'], /huge\.json: too large/],
      [['diagnose', '--machine', '{folder}/nowhere'], /machine\.json: it is not there/],
      [['diagnose', '--machine', '{folder}'], /machine\.json: it is not JSON, at /],
      [['explain'], /explain takes one report file/],
      [['explain', '{folder}/none.json'], /none\.json: it is not there/],
      [
        ['explain', '{folder}/newer.json'],
        /newer\.json: it was written by a newer Capture Doctor \(report version 2\)/,
      ],
      [['explain', '{folder}/other.json'], /other\.json: schema: this is not a report/],
      [['explain', '{folder}/half.json'], /half\.json: it is not JSON, at /],
      [['explain', '{folder}/huge.json'], /huge\.json: too large/],
      [['open'], /open takes one of camera-privacy/],
      [['open', 'https://evil.example'], /open takes one of/],
      [['record', 'x'], /there is no command "record"/],
      [['constructor'], /there is no command "constructor"/],
    ];

    test.each(rows)('%j', async (args, sentence) => {
      const ended = await doctor(...args.map((arg) => arg.replace('{folder}', folder)));
      expect(ended).toMatchObject({ status: 64, stdout: '' });
      expect(ended.stderr).toMatch(sentence);
      expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+/);
    });
  });
});
