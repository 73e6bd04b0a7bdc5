// Every problem's sentence in English. `{name}` is replaced by the parameter of that name.
// Keys are `folder.what-is-wrong`. A sentence names the place and the reason.
export const en = {
  'bytes.unexpected-end': 'The message ends after {available} bytes, but {wanted} more are needed.',
} as const;
