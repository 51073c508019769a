import { expect, test } from 'vitest';
import { namespaceProblem } from '../../../../src/drive/netns/namespace-problem.js';

/** A kernel with these settings and no others. */
const kernel = (settings: Readonly<Record<string, string>>) => (key: string) =>
  settings[key] ?? null;

const allowing = {
  'kernel.apparmor_restrict_unprivileged_userns': '0',
  'kernel.unprivileged_userns_clone': '1',
  'user.max_user_namespaces': '96365',
};

test.each([
  ['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
  ['kernel.unprivileged_userns_clone', '0', '1'],
  ['user.max_user_namespaces', '0', '10000'],
])('where %s is %s, the advice is to set it to %s', (key, refusing, remedy) => {
  const problem = namespaceProblem('not permitted', kernel({ ...allowing, [key]: refusing }));
  expect(problem.where).toBe(key);
  expect(problem.message).toBe(
    `the kernel refuses namespaces: not permitted (${key} is ${refusing})`,
  );
  expect(problem.next).toContain(`sudo sysctl ${key}=${remedy} (or run subflow as root)`);
});

test.each([allowing, {}])(
  'where no setting refuses them, a container is thought of: %j',
  (settings) => {
    const problem = namespaceProblem('not permitted', kernel(settings));
    expect(problem).toMatchObject({
      where: 'namespaces',
      message: 'the kernel refuses namespaces: not permitted',
      next: expect.stringContaining('--privileged') as string,
    });
  },
);
