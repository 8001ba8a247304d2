/// The style sheet of a report, for screens light and dark and for A4.
///
/// Classes of units have a colour and a way of being dashed, so that neither depends on seeing colours;
/// every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
enum ReportStyle {
  static let text: StaticString = #"""
    :root {
      --ground: #ffffff; --text: #1a1d21; --soft: #565d66; --line: #d5d9de; --raised: #f5f6f8;
      --link: #0b57a4; --alarm: #b3261e; --alarm-ground: #fdecea; --well: #1b6e3c;
      --sea: #e3edf3; --land: #faf8f2; --border: #b9ae9c; --coast: #93a3ad; --country: #8a8172;
      --rapid: #b8500a; --police: #1d58b8; --peace: #0b6b62; --support: #7a2fa0;
      --more: #0b57a4; --less: #b8500a;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #15181c; --text: #e7e9ec; --soft: #a9b0b9; --line: #363c44; --raised: #1e2228;
        --link: #8ab8f0; --alarm: #ff9d94; --alarm-ground: #3a1f1d; --well: #7fce9b;
        --sea: #17222b; --land: #262a2b; --border: #565850; --coast: #5a6a75; --country: #9a9484;
        --rapid: #f0964f; --police: #7db0ff; --peace: #4fc4b5; --support: #d09bf0;
        --more: #7db0ff; --less: #f0964f;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; }
    body {
      margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 3rem; background: var(--ground);
      color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif;
    }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.75rem 0 .5rem; text-wrap: balance; }
    h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 1.75rem 0 .35rem; }
    p { max-width: 46rem; margin: .5rem 0; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    code { overflow-wrap: anywhere; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--ground); padding: .5rem 1rem; z-index: 3; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .defs { position: absolute; }
    .note, footer, .unit { color: var(--soft); }
    .note, footer { font-size: .9rem; }
    footer { margin-top: 3rem; border-top: 2px solid var(--line); padding-top: .5rem; }

    nav ul, .legend, .figures { list-style: none; padding: 0; margin: .75rem 0; display: flex; flex-wrap: wrap; }
    nav ul { gap: .25rem 1.1rem; }
    .legend { gap: .25rem 1.25rem; font-size: .9rem; }
    .status { border-left: .4rem solid var(--well); background: var(--raised); padding: .5rem .9rem; margin: .75rem 0; max-width: 48rem; }
    .status.doubt { border-color: var(--rapid); }
    .status.bad { border-color: var(--alarm); background: var(--alarm-ground); }
    .figures { gap: .75rem; }
    .figures li { background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; padding: .55rem .9rem; flex: 1 1 10rem; }
    .figures strong { display: block; font-size: 1.45rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
    .reasons li, .plain li { margin: .35rem 0; max-width: 48rem; }
    .why { color: var(--soft); display: block; }

    .scroll { overflow-x: auto; margin: .75rem 0; position: relative; }
    table { border-collapse: collapse; font-size: .92rem; min-width: 100%; }
    caption { text-align: left; color: var(--soft); padding: .25rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); }
    tbody th { font-weight: 600; }
    thead th { vertical-align: bottom; border-bottom: 2px solid var(--soft); }
    .num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    thead .num { white-space: normal; min-width: 4.2rem; }
    tbody .num + :not(.num) { padding-left: .5rem; }
    tbody :is(th, td):not(.num, .drawing) { min-width: 7.5rem; }
    tbody td.prose { min-width: 19rem; }
    .sortable tbody [scope=row] { position: sticky; left: 0; background: var(--ground); }
    th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
    th button::after { content: "\2195"; color: var(--soft); padding-left: .25em; font-weight: 400; }
    [aria-sort=ascending] button::after { content: "\2191"; color: inherit; }
    [aria-sort=descending] button::after { content: "\2193"; color: inherit; }
    .filter { display: block; font-size: .9rem; margin-top: .75rem; }
    .filter input { font: inherit; margin-left: .4rem; padding: .2rem .5rem; color: inherit; background: var(--raised); border: 1px solid var(--soft); border-radius: .3rem; }
    .tool { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--soft); border-radius: .3rem; padding: .25rem .8rem; cursor: pointer; }
    details { margin: .4rem 0; }
    summary { cursor: pointer; color: var(--link); }
    .alarm { color: var(--alarm); font-weight: 600; }
    .well { color: var(--well); font-weight: 600; }
    tr.differs > * { background: var(--raised); }

    .cat-rapid-reaction { --own: var(--rapid); --dash: none; }
    .cat-police { --own: var(--police); --dash: 8 3; }
    .cat-peacekeeping { --own: var(--peace); --dash: 3 3; }
    .cat-support { --own: var(--support); --dash: 10 3 2 3; }
    .more { --own: var(--more); --dash: none; }
    .less { --own: var(--less); --dash: 6 4; }

    svg { display: block; }
    figure { margin: .75rem 0; }
    svg text { fill: var(--text); }
    .sample { display: inline-block; vertical-align: middle; }
    .map { width: 100%; height: auto; border: 1px solid var(--line); border-radius: .3rem; }
    .sea { fill: var(--sea); }
    .land { fill: var(--land); fill-rule: nonzero; }
    .border, .coast { fill: none; vector-effect: non-scaling-stroke; stroke-width: .8; stroke-linejoin: round; }
    .border { stroke: var(--border); }
    .coast { stroke: var(--coast); }
    .flow { fill: none; stroke: var(--own); stroke-dasharray: var(--dash); vector-effect: non-scaling-stroke; opacity: .85; }
    .flow:hover { opacity: 1; stroke: var(--text); }
    .flow.dimmed { opacity: .08; }
    .base { fill: var(--text); stroke: var(--ground); }
    .base.idle { fill: var(--ground); stroke: var(--soft); }
    .crisis { fill: var(--ground); stroke: var(--text); stroke-width: 1.5; }
    .crisis-met, .crisis-missing { fill: none; stroke-width: 4; }
    .crisis-met { stroke: var(--well); }
    .crisis-missing { stroke: var(--alarm); }
    .names text { paint-order: stroke; stroke: var(--land); stroke-width: 3px; stroke-linejoin: round; }
    .names :is(.name-crisis, .name-crisis-short) { font-weight: 700; }
    .names .name-crisis-short { fill: var(--alarm); }
    .names .name-country { fill: var(--country); letter-spacing: .06em; font-size: .85em; stroke: none; }
    .names.narrow { display: none; }
    @media (max-width: 40rem) {
      .names.wide { display: none; }
      .names.narrow { display: inline; }
      .names.narrow text { stroke-width: 7px; }
      .tick.odd { display: none; }
      h1 { font-size: 1.4rem; }
      body { padding: 0 .9rem 2rem; }
    }

    .tick, .closure-name { font-size: 12px; }
    .tick { font-weight: 400; }
    .band-name { font-size: 13px; font-weight: 600; }
    .band-name, .closure-name { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
    svg .tick { fill: var(--soft); }
    .grid { stroke: var(--line); stroke-width: 1; }
    .ground { stroke: var(--soft); stroke-width: 1; }
    .in-place, .stay { fill: var(--own); }
    .in-place { opacity: .75; }
    .moving { fill: var(--own); opacity: .38; }
    .missing { fill: url(#hatch); stroke: var(--alarm); stroke-width: 1; }
    #hatch rect { fill: var(--alarm-ground); }
    #hatch path { stroke: var(--alarm); stroke-width: 1.6; }
    .required { stroke: var(--text); stroke-width: 2; }
    .closure { stroke: var(--well); stroke-width: 2; stroke-dasharray: 5 3; }
    svg .closure-name { fill: var(--well); font-weight: 600; }
    .timeline { overflow: visible; }
    .gantt { table-layout: fixed; width: 100%; }
    .gantt th:nth-child(1) { width: 22%; overflow-wrap: anywhere; }
    .gantt [scope=row] { font-weight: 400; }
    .gantt th:nth-child(2) { width: 20%; }
    .gantt td, .gantt th { padding-top: .1rem; padding-bottom: .1rem; border-bottom-width: 1px; }
    .gantt td { overflow-wrap: anywhere; }
    .gantt .days { padding-right: 0; }
    .gantt .group { font-weight: 700; padding-top: .8rem; width: auto; }
    .bar { min-width: 7rem; margin-top: .25rem; }
    .bar-whole { fill: var(--raised); stroke: var(--line); }
    .bar-part { fill: var(--police); }
    .limit { stroke: var(--alarm); stroke-width: 2.5; }
    @media (max-width: 40rem) { .gantt { font-size: .8rem; } .gantt th:nth-child(1) { width: 27%; } .gantt th:nth-child(2) { width: 23%; } }

    @page { size: A4; margin: 14mm 12mm; }
    @media print {
      :root {
        --ground: #ffffff; --text: #000000; --soft: #444444; --line: #c4c8cc; --raised: #f3f3f3;
        --link: #000000; --alarm: #a01812; --alarm-ground: #fdecea; --well: #12562d;
        --sea: #e9f0f4; --land: #ffffff; --border: #b0a694; --coast: #8a99a3; --country: #777060;
        --rapid: #a34505; --police: #174a9c; --peace: #085a52; --support: #67258a;
        --more: #174a9c; --less: #a34505;
      }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav, .skip, .filter, .tool, th button::after { display: none; }
      .scroll { overflow: visible; }
      table { font-size: 7.5pt; }
      th, td { padding: .15rem .4rem .15rem 0; }
      h1 { font-size: 16pt; margin-top: 0; }
      h2 { font-size: 12.5pt; margin-top: 1.4rem; break-after: avoid; }
      h3, caption { break-after: avoid; }
      tr, svg, figure, li { break-inside: avoid; }
      .sortable tbody [scope=row] { position: static; }
      thead { display: table-header-group; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .bar { min-width: 3.5rem; }
      tbody :is(th, td):not(.num, .drawing), thead .num { min-width: 0; }
      tbody td.prose { min-width: 8rem; }
    }
    """#
}
