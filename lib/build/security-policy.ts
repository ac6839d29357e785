/**
 * The `<style>` of Observable Plot's drawings, which is the same in each; another text, as of a
 * later version, is refused.
 */
const PLOT_STYLE = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='";

/**
 * The content security policy of the extension's pages and background.
 * @param origins that they connect to: the daily lists
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
