import type { ApiReference } from '@rostrum/contracts';

/** The server's description of its API; null where it does not come. The browser keeps it and asks whether it is new. */
export async function loadReference(
  serviceUrl: string,
  signal: AbortSignal,
): Promise<ApiReference | null> {
  try {
    const response = await fetch(`${serviceUrl}/api_v3/reference.json`, {
      credentials: 'omit',
      signal,
    });
    const description: unknown = await response.json();
    return response.ok && isReference(description) ? description : null;
  } catch {
    return null;
  }
}

/** Another server, or an older one, may answer something else at this address. */
function isReference(value: unknown): value is ApiReference {
  if (typeof value !== 'object' || value === null) return false;
  const lists = value as { readonly [name: string]: unknown };
  return ['services', 'types', 'enums', 'errors', 'compatibility'].every((name) =>
    Array.isArray(lists[name]),
  );
}
