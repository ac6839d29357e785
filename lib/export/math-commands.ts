/**
 * Math allowed in LaTeX files. An allow-list, since titles come from pages: other commands access
 * files (`\input`, `\openout`, `\write18`), define (`\def`) or never end.
 */

// From LaTeX, amsmath and amssymb
// (https://mirrors.ctan.org/macros/latex/required/amsmath/amsldoc.pdf,
// https://mirrors.ctan.org/info/undergradmath/undergradmath.pdf).
const NAMES = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu ' +
    'nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta ' +
    'Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph beth gimel hbar hslash imath jmath ell wp Re Im ' +
    'partial infty prime emptyset varnothing nabla angle forall exists nexists neg lnot top bot ' +
    'square Box blacksquare diamond Diamond triangle bigstar star clubsuit diamondsuit heartsuit ' +
    'spadesuit flat natural sharp surd checkmark dagger ddagger S P pm mp times div cdot ast circ ' +
    'bullet bigcirc oplus ominus otimes oslash odot cap cup uplus sqcap sqcup vee wedge lor land ' +
    'setminus smallsetminus wr amalg ltimes rtimes bowtie leq le leqslant geq ge geqslant ll gg neq ne ' +
    'equiv sim simeq approx approxeq cong propto asymp doteq prec succ preceq succeq subset supset ' +
    'subseteq supseteq nsubseteq subsetneq sqsubseteq sqsupseteq in ni notin mid nmid parallel perp ' +
    'models vdash dashv vDash lesssim gtrsim lll ggg triangleq not to gets leftarrow rightarrow ' +
    'Leftarrow Rightarrow leftrightarrow Leftrightarrow longleftarrow longrightarrow Longleftarrow ' +
    'Longrightarrow longleftrightarrow Longleftrightarrow iff implies impliedby mapsto longmapsto ' +
    'uparrow downarrow updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow hookrightarrow ' +
    'hookleftarrow rightharpoonup leftharpoonup rightleftharpoons rightsquigarrow leadsto ' +
    'twoheadrightarrow upharpoonright sum prod coprod int iint iiint oint bigcap bigcup bigsqcup ' +
    'bigvee bigwedge bigoplus bigotimes bigodot biguplus arccos arcsin arctan arg cos cosh cot coth ' +
    'csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan ' +
    'tanh mod bmod pmod operatorname frac dfrac tfrac cfrac binom dbinom tbinom sqrt overline ' +
    'underline overbrace underbrace overset underset stackrel overrightarrow overleftarrow hat ' +
    'widehat tilde widetilde bar vec dot ddot acute grave breve check mathring left right big Big ' +
    'bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle langle rangle lfloor rfloor lceil ' +
    'rceil lvert rvert lVert rVert vert Vert lbrace rbrace lbrack rbrack backslash ldots cdots vdots ' +
    'ddots dots dotsc dotsb mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr ' +
    'mathnormal boldsymbol bm pmb text textbf textit textrm textsf texttt textsc textsl textup ' +
    'textnormal emph mbox displaystyle textstyle scriptstyle limits nolimits quad qquad ' +
    'mathop mathds textsuperscript textsubscript xrightarrow xleftarrow rm bf it sf tt sc em cal ' +
    'LaTeX TeX'
  ).split(' '),
);
const SIGNS = new Set(' ,;:!>{}|_%&#');

/**
 * Whether `$…$` has only allowed commands, balanced braces and delimiters, and no other special
 * characters. `^^` writes any character by its code.
 */
export function isAllowedMath(math: string): boolean {
  const commands = [...math.matchAll(/\\([A-Za-z]+|[^]?)/g)].map(([, name = '']) => name);
  const rest = math.replace(/\\(?:[A-Za-z]+|[^]?)/g, ' ');
  const count = (name: string): number => commands.filter((one) => one === name).length;
  return (
    commands.every((name) => NAMES.has(name) || SIGNS.has(name)) &&
    count('left') === count('right') &&
    !/[#%&]|\^\^/.test(rest) &&
    // BibTeX counts `\{` too, TeX does not.
    hasBalancedBraces(math) &&
    hasBalancedBraces(rest)
  );
}

/** Counts escaped braces too, as BibTeX does. */
export function hasBalancedBraces(text: string): boolean {
  if (!text.includes('{') && !text.includes('}')) return true;
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
