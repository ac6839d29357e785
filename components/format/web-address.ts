/**
 * The normalized http or https URL. Undefined for others (`javascript:`), and with a user name or
 * password, which disguise the host.
 */
export function webAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return undefined;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
