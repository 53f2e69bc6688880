/*
 * What tells who a person is, found in text as generator/checks/personal_data.py finds it, whose traces and sentences RULES
 * holds, with which this module begins as it is published. A browser of before 2023 may not look behind, and so cannot
 * load it.
 */
const read = pattern => pattern && new RegExp(pattern, "gu");
const { near, unseen, dash, patterns, rules } = RULES;
const TRACES = RULES.traces.map(([kind, isForCitizensOnly, found, after, notAfter, notBefore, written, notWritten, hides]) => ({
  kind, isForCitizensOnly, found: read(patterns[found]), after: read(patterns[after]), notAfter: read(patterns[notAfter]),
  notBefore: read(patterns[notBefore]), written: read(patterns[written]), notWritten: read(patterns[notWritten]),
  hides: hides.map(pattern => read(patterns[pattern])),
}));

const is = (pattern, text) => pattern && text.search(pattern) >= 0;

function matches(trace, text) {
  const shown = trace.hides.reduce((seen, hidden) => seen.replace(hidden, match => "x".repeat(match.length)), text);
  return Array.from(shown.matchAll(trace.found)).filter(({ 0: written, index }) => {
    const words = text.slice(Math.max(0, index - near), index), end = index + written.length;
    return !(trace.after && !is(trace.after, words)) && !is(trace.notAfter, words)
      && !is(trace.notBefore, text.slice(end, end + near))
      && !(trace.written && !is(trace.written, written)) && !is(trace.notWritten, written);
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
