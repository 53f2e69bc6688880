// Answers the questions that come in as JSON, each by the named function of the editor.
import { readFileSync } from "node:fs";
import { recordProblems } from "./editor/record_rules.js";
import { daySaid, hourSaid, periodSaid } from "./editor/said_values.js";
import { nextVerb, Refused, told } from "./editor/verbs.js";
import { AlreadyWritten, withAdded } from "./editor/yaml_additions.js";
import { NotRead, readNodes, treeOf } from "./editor/yaml_nodes.js";
import { inLines, onOneLine } from "./editor/yaml_writer.js";

const { name, questions, facts } = JSON.parse(readFileSync(0, "utf-8"));
const { data, today, order } = facts;
const answers = {
  read: text => treeOf(readNodes(text)),
  written: value => [inLines(value, 2), onOneLine(value)],
  added: ([text, fields]) => withAdded(text, fields, path => (path.length ? [] : order)),
  told: ([verb, given, text]) => told(data.verbs.find(one => one.name === verb), given, text, { schema: data.schema, today }),
  next: text => nextVerb(treeOf(readNodes(text)), today),
  day: typed => daySaid(typed, data.said),
  hour: typed => hourSaid(typed, data.said),
  period: ([typed, year]) => periodSaid(typed, data.said, year),
  problems: text => {
    const root = readNodes(text);
    return recordProblems(treeOf(root), { ...data, personalData: () => [], root });
  },
};

function answer(question) {
  try {
    return answers[name](question);
  } catch (error) {
    if (error instanceof NotRead) return { line: error.line };
    if (error instanceof Refused) return { refused: error.message };
    if (error instanceof AlreadyWritten) return { refused: "already-written", path: error.path };
    throw error;
  }
}

process.stdout.write(JSON.stringify(questions.map(answer)));
