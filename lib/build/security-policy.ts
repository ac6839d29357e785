/** Hash of the `<style>` in Observable Plot's drawings; a later version may need another. */
const PLOT_STYLE = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='";

/**
 * The content security policy of the extension's pages and background.
 * @param origins of the daily lists
 */
export function securityPolicy(origins: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `connect-src ${["'self'", ...origins].join(' ')}`,
    `style-src 'self' ${PLOT_STYLE}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
