import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { cli, writeFiles } from '../helpers/cli.js';
import { tempDir } from '../helpers/temp-dir.js';

const rule = 'mptcp/subflow-limit-on-server';
const examples = fileURLToPath(new URL('../../examples/broken', import.meta.url));
const broken = await readFile(join(examples, rule, 'broken.yaml'), 'utf8');

async function brokenLab(): Promise<string> {
  const dir = await tempDir();
  await writeFiles(dir, { 'lab.yaml': `# a comment that stays\n${broken}` });
  return dir;
}

describe('lint', () => {
  it('has nothing to say of the original experiment', async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'lint');
    expect({ exitCode, stdout }).toEqual({
      ...{ exitCode: 0, stdout: '0 error(s), 0 warning(s), 0 advice\n' },
    });
  });

  it('tells the line, what will happen and the mend, and exits 1', async () => {
    const { exitCode, stdout } = await cli(await brokenLab(), 'lint', 'lab.yaml');
    expect(exitCode).toBe(1);
    const line = 1 + broken.split('\n').findIndex((text) => text.includes('subflows: 0'));
    expect(stdout).toContain(`lab.yaml:${line + 1}: error server allows 0 additional subflow(s)`);
    expect(stdout).toContain('The server resets every join beyond the limit');
    expect(stdout).toContain('-> Set the limit to 1, or leave it out. (--fix does it)');
  });

  it('mends what is safe to mend and leaves comments', async () => {
    const dir = await brokenLab();
    const { exitCode, stdout } = await cli(dir, 'lint', 'lab.yaml', '--fix');
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `mended nodes.server.mptcp.limits.subflows  [${rule}]\n0 error(s), 0 warning(s), 0 advice\n`,
    });
    const mended = await readFile(join(dir, 'lab.yaml'), 'utf8');
    expect(mended).toContain('# a comment that stays');
    expect(mended).toContain('subflows: 1');
  });

  it('mends nothing a second time', async () => {
    const dir = await brokenLab();
    await cli(dir, 'lint', 'lab.yaml', '--fix');
    const mended = await readFile(join(dir, 'lab.yaml'), 'utf8');
    const { exitCode, stdout } = await cli(dir, 'lint', 'lab.yaml', '--fix');
    expect({ exitCode, stdout }).toEqual({
      ...{ exitCode: 0, stdout: '0 error(s), 0 warning(s), 0 advice\n' },
    });
    expect(await readFile(join(dir, 'lab.yaml'), 'utf8')).toBe(mended);
  });

  it.each([
    ['off', '0 error(s), 0 warning(s), 0 advice'],
    ['advice', '0 error(s), 0 warning(s), 1 advice'],
  ])('takes a rule as %s where the topology says so and why', async (severity, counts) => {
    const dir = await tempDir();
    const lint = `lint:\n  ${rule}: { severity: ${severity}, reason: shown in class }\n`;
    await writeFiles(dir, { 'lab.yaml': broken + lint });
    const { exitCode, stdout } = await cli(dir, 'lint', 'lab.yaml');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(counts);
  });

  it('changes nothing of the original, which is in no file', async () => {
    const { exitCode, stderr } = await cli(await tempDir(), 'lint', '--fix');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no file to change');
  });

  it('has its findings as JSON and as SARIF', async () => {
    const dir = await brokenLab();
    const json = JSON.parse((await cli(dir, 'lint', 'lab.yaml', '--json')).stdout) as {
      findings: Finding[];
    };
    expect(json.findings.map((finding) => finding.rule)).toEqual([rule]);
    const log = JSON.parse((await cli(dir, 'lint', 'lab.yaml', '--sarif')).stdout) as object;
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: rule, level: 'error' }] }],
    });
  });

  it('changes no program', async () => {
    const dir = await tempDir();
    await writeFiles(dir, { 'lab.mjs': "export { mptcpLab as default } from 'subflow';" });
    const { exitCode, stderr } = await cli(dir, 'lint', 'lab.mjs', '--fix');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('lab.mjs is a program');
  });
});

describe('a lab with errors', () => {
  it.each(['generate', 'up', 'recreate'])('is refused by %s', async (verb) => {
    const { exitCode, stderr } = await cli(await brokenLab(), verb, 'lab.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('lint-errors');
    expect(stderr).toContain(`--allow ${rule}`);
  });

  it('is generated where the rule is allowed', async () => {
    const dir = await brokenLab();
    expect((await cli(dir, 'generate', 'lab.yaml', '--allow', rule)).exitCode).toBe(0);
  });

  it('comes up where the rule is allowed, and shows the mistake', async () => {
    const dir = await brokenLab();
    const allowed = ['lab.yaml', '--provider', 'netns', '--allow', rule];
    onTestFinished(async () => {
      await cli(dir, 'destroy');
    });
    expect((await cli(dir, 'up', ...allowed)).exitCode).toBe(0);
    const { exitCode, stdout } = await cli(dir, 'recreate', ...allowed);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('fail');
  });

  it('is refused where another rule is allowed, or one that there is not', async () => {
    const dir = await brokenLab();
    const others = ['mptcp/subflow-limit-on-client', 'mptcp/subflow-limit-on-sever'];
    const refusals = await Promise.all(
      others.map((other) => cli(dir, 'generate', 'lab.yaml', '--allow', other)),
    );
    expect(refusals.map(({ exitCode }) => exitCode)).toEqual([2, 2]);
    expect(refusals[1]?.stderr).toContain(`Did you mean "${rule}"?`);
  });
});

describe('explain', () => {
  it("prints a rule's page with both topologies", async () => {
    const { exitCode, stdout } = await cli(await tempDir(), 'explain', rule);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`# ${rule}`);
    expect(stdout.match(/```yaml/g)).toHaveLength(2);
  });

  it('lists the rules, and suggests the right one', async () => {
    expect((await cli(await tempDir(), 'explain')).stdout).toContain(rule);
    const { exitCode, stderr } = await cli(await tempDir(), 'explain', `${rule}s`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Did you mean "${rule}"?`);
  });
});
