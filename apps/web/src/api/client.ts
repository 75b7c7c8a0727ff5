import createClient from 'openapi-fetch';
import { t } from '../language.js';
import { submissionAnswered, submissionKey } from './submission-key.js';
import type { components, paths } from './schema.js';

export type Schema = components['schemas'];

/** A refusal of the server in its own words, or of the network in ours. */
export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** The typed client; lists travel comma-joined, as the address bar keeps them. */
export const api = createClient<paths>({
  fetch: (request) => fetch(request),
  querySerializer: { array: { style: 'form', explode: false } },
});

const keyHeader = 'idempotency-key';

api.use({
  async onRequest({ request }) {
    if (request.method !== 'POST') return;
    const { pathname, search } = new URL(request.url);
    const key = submissionKey(pathname + search, await request.clone().text());
    if (key) request.headers.set(keyHeader, key);
  },
  onResponse({ request, response }) {
    if (response.status < 500) submissionAnswered(request.headers.get(keyHeader));
  },
});

/** Told when the session is gone, so that the shell can lead to the sign-in page and back. */
export const signedOut = new EventTarget();

/** The body of an answer; anything else is thrown as ApiError. */
export async function answered<Body>(
  call: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<Body> {
  const { data, error, response } = await call.catch(() => {
    throw new ApiError(0, 'offline', t('error.offline'));
  });
  if (response.ok) return data as Body;
  throw refused(response, error);
}

/** Sends a form with files; the generated client has no type for them. */
export async function upload<Body>(path: string, form: FormData): Promise<Body> {
  const key = submissionKey(path, formContent(form));
  const headers = key ? { [keyHeader]: key } : undefined;
  const response = await fetch(path, { method: 'POST', body: form, headers }).catch(() => {
    throw new ApiError(0, 'offline', t('error.offline'));
  });
  if (response.status < 500) submissionAnswered(key);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Body;
  throw refused(response, body);
}

function formContent(form: FormData): string {
  const told = (value: FormDataEntryValue) =>
    typeof value === 'string' ? value : [value.name, value.size, value.lastModified].join(' ');
  return [...form].map(([name, value]) => `${name}=${told(value)}`).join('\n');
}

function refused(response: Response, body: unknown): ApiError {
  const { code, message, details } = (body ?? {}) as { code?: string; message?: string; details?: object };
  const error = new ApiError(
    response.status,
    code ?? 'unreachable',
    message ?? t('error.unreachable', { status: response.status }),
    (details ?? {}) as Record<string, unknown>,
  );
  if (error.code === 'notSignedIn' || error.code === 'passwordChangeRequired') {
    signedOut.dispatchEvent(new CustomEvent('signed-out', { detail: error.code }));
  }
  return error;
}
