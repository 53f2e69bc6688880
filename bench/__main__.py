"""``make bench``: the register beside Hugo, and beside plain MkDocs where that ends in reasonable time."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.city_bench import ALIKE, BIN, COLD, HERE, HUGO, NATION, Bench
from bench.eras_bench import ErasBench
from bench.plot import plot
from bench.runs import run_in_turn
from bench.stored import store, told_beside_stored
from bench.tables import of_feeds, table


def main() -> None:
    arguments = argparse.ArgumentParser(prog="make bench", description=__doc__)
    arguments.add_argument(
        "--dialogues", type=int, nargs="+", default=[1_000, 3_000, 10_000],
        help=f"sizes of the register; {NATION} is the nation's year",
    )
    arguments.add_argument("--repeats", type=int, default=3, help="counted runs of each")
    arguments.add_argument("--workshop", type=Path, default=HERE / ".cache" / "bench", help="where all of it is made")
    arguments.add_argument("--eras", action=argparse.BooleanOptionalAction, default=True, help="the register of three eras too")
    chosen = arguments.parse_args()
    if not (BIN / "hugo").exists():
        sys.exit("Hugo is not installed here: run `make bench`")
    costs: dict[str, dict[int, float]] = {COLD: {}, HUGO: {}}
    benches = [Bench(chosen.workshop / str(dialogues), dialogues) for dialogues in chosen.dialogues]
    for bench in benches:
        bench.prepare()
        results = run_in_turn(bench.contenders(), chosen.repeats)
        print(table(bench.dialogues, results, beside=(HUGO, ALIKE)), flush=True)
        for told in told_beside_stored(results, HUGO, bench.folder / "stored.json"):
            print(told, flush=True)
        store(results, bench.folder / "stored.json")
        print(of_feeds(bench.seconds_of_feeds(chosen.repeats)), flush=True)
        print(f"a saved record's page under `serve`: {bench.seconds_to_show():.2f} s", flush=True)
        for result in results:
            if result.name in costs:
                costs[result.name][bench.dialogues] = result.median
    if chosen.eras:
        eras = ErasBench(chosen.workshop / "eras")
        eras.prepare()
        print(eras.told(chosen.repeats), flush=True)
        eras.tidy()
    for bench in benches:
        bench.tidy()  # now only: see put_away
    drawn = chosen.workshop / "cost.svg"
    drawn.write_text(plot(costs), "utf-8")
    print(f"\nSeconds against dialogues: {drawn}")


if __name__ == "__main__":
    main()
