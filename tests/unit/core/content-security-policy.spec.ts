import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../core/content-security-policy.ts';

/** Written apart from the policy, so that whoever loosens it has to say so twice. */
test.each([
  ['default-src', ["'none'"]],
  ['script-src', ["'self'"]],
  ['style-src', ["'self'", expect.stringMatching(/^'sha256-/)]],
  ['img-src', ["'self'", 'data:']],
  ['font-src', ["'self'"]],
  ['connect-src', ["'self'"]],
  ['media-src', ["'self'", 'blob:', 'mediastream:']],
  ['base-uri', ["'none'"]],
  ['form-action', ["'none'"]],
  ['frame-ancestors', ["'none'"]],
])('the policy of the page allows by %s only %j', (name, sources) => {
  const directives = CONTENT_SECURITY_POLICY.split('; ').map((directive) => directive.split(' '));
  expect(directives.filter(([each]) => each === name)).toEqual([[name, ...sources]]);
});
