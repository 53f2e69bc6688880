/*
 * What tells who a person is, found in text as generator/checks/personal_data.py finds it, whose traces and sentences RULES
 * holds, with which this module begins as it is published. A browser of before 2023 may not look behind, and so cannot
 * load it.
 */
const { near, unseen, dash, patterns, rules } = RULES;
const TRACES = RULES.traces.map(([kind, isForCitizensOnly, found, after, notAfter, notBefore, written, notWritten, hides]) => ({
  kind, isForCitizensOnly, found, after, notAfter, notBefore, written, notWritten, hides,
}));
const compiled = [new RegExp("(?<=a)", "u")].slice(1);  // that browser says here, not in the midst of a text, that it cannot

// The patterns take a slow telephone half a second, so each waits until a text asks for it.
const read = place => compiled[place] ??= new RegExp(patterns[place], "gu");
const is = (place, text) => place !== null && text.search(read(place)) >= 0;

function matches(trace, text) {
  const shown = trace.hides.reduce((seen, hidden) => seen.replace(read(hidden), match => "x".repeat(match.length)), text);
  return Array.from(shown.matchAll(read(trace.found))).filter(({ 0: written, index }) => {
    const words = text.slice(Math.max(0, index - near), index), end = index + written.length;
    return (trace.after === null || is(trace.after, words)) && !is(trace.notAfter, words)
      && !is(trace.notBefore, text.slice(end, end + near))
      && (trace.written === null || is(trace.written, written)) && !is(trace.notWritten, written);
  });
}

// What is found in a text, with its rule, its sentence and whether it only asks; a field of an office's may hold more.
export default function (written, isOffices) {
  const text = written.normalize("NFKC").replace(new RegExp(unseen, "gu"), "").replace(new RegExp(dash, "gu"), "-");
  const found = [];
  for (const trace of TRACES.filter(one => !(isOffices && one.isForCitizensOnly))) {
    for (const { 0: match, index } of matches(trace, text)) {
      const end = index + match.length;
      if (found.every(other => end <= other.index || other.end <= index)) found.push({ kind: trace.kind, index, end });
    }
  }
  found.sort((one, other) => one.index - other.index);
  return rules.flatMap(([rule, asks, musts]) => found.filter(({ kind }) => kind in musts)
    .map(({ kind, index, end }) => ({ rule, asks, must: musts[kind], found: text.slice(index, end) })));
}
