"""A command that was written wrongly is told so in the clerk's language."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Any, Mapping, Sequence

import click

from generator.commands.listed import Listed
from generator.commands.working_folder import FOLDERS, no_register_text

HELP = "Xem cách viết lệnh này."
_NO_LIMIT = 1_000
_QUOTED = re.compile(r"'([^']*)'")


class AddressOption(click.ParamType[tuple[str, int]]):
    """A host and a port."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> tuple[str, int]:
        host, _, port = str(value).rpartition(":")
        if not host or not re.fullmatch(r"\d{1,5}", port, re.ASCII) or int(port) > 65_535:
            self.fail(f"phải là máy và cổng, ví dụ 127.0.0.1:8000; đang ghi '{value}'", param, context)
        return host, int(port)


class Commands(click.Group):
    """Where it runs as the whole program, it tells errors itself; otherwise it raises them as any group does.

    Commands that build are there at once; one that is ``listed`` is imported when it is run, not when commands are listed.
    """

    listed: Mapping[str, Listed] = {}

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted({*super().list_commands(context), *self.listed})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.commands and name in self.listed:
            for command in import_module(f"generator.commands.{self.listed[name].module}").COMMANDS:
                self.add_command(command)
        return super().get_command(context, name)

    def add_command(self, command: click.Command, name: str | None = None) -> None:
        command.add_help_option = False  # click's says what it does in English
        super().add_command(click.help_option("--help", help=HELP)(command), name)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Each with its whole sentence; click would cut it to one line."""
        sentences = {name: listed.sentence for name, listed in self.listed.items()}
        sentences |= {name: command.get_short_help_str(_NO_LIMIT) for name, command in self.commands.items()}
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentences[name]) for name in self.list_commands(context)])

    def invoke(self, ctx: click.Context) -> Any:
        """click does not say of which command an option is that lacks its value."""
        try:
            return super().invoke(ctx)
        except click.BadOptionUsage as error:
            name = ctx.invoked_subcommand
            if error.ctx is None and name and (command := self.get_command(ctx, name)):
                error.ctx = click.Context(command, ctx, name)
            raise

    def main(
        self, args: Sequence[str] | None = None, prog_name: str | None = None, complete_var: str | None = None,
        standalone_mode: bool = True, **settings: Any,
    ) -> Any:
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **settings)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **settings)
        except click.Abort:
            click.secho("Đã dừng giữa chừng.", fg="red", err=True)
            sys.exit(1)
        except click.ClickException as error:
            click.secho(usage_text(error), fg="red", err=True)
            sys.exit(error.exit_code)
        sys.exit(code if isinstance(code, int) else 0)


def usage_text(error: click.ClickException) -> str:
    """What is wrong, and where to read on."""
    if _found(error.message) == f"'{FOLDERS[0]}'" and (no_register := no_register_text()):
        return no_register
    context = getattr(error, "ctx", None)
    read_on = f"\nXem cách viết lệnh: {context.command_path} --help" if context else ""
    return f"{_said(error)}{read_on}"


def _said(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"phải có {_name(parameter)}"
        case click.NoSuchOption():
            near = [_with_value(error.ctx, option) for option in _nearest(error.option_name, error.possibilities or ())]
            meant = f"; có phải {' hoặc '.join(near)}?" if near else ""
            return f"không có tùy chọn {error.option_name}{meant}"
        case click.BadOptionUsage():
            shown = _with_value(error.ctx, error.option_name)
            example = f": {shown}" if shown != error.option_name else ""
            return f"tùy chọn {error.option_name} phải kèm đủ giá trị, và không thừa{example}"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{_name(parameter)}: {_must(error.message, parameter.type)}"
        case click.UsageError() if error.message.startswith("No such command"):
            return f"không có lệnh {_found(error.message)}"
        case click.UsageError() if error.message.startswith("Got unexpected extra argument"):
            return f"thừa: {error.message.partition('(')[2].rstrip(')')}"
    return error.format_message()


def _nearest(written: str, options: Sequence[str]) -> Sequence[str]:
    """Those that have what was written among their words, as --sent-on has "on"; otherwise all."""
    return [option for option in options if written.strip("-") in option.strip("-").split("-")] or options


def _with_value(context: click.Context | None, option: str) -> str:
    """With a right value behind it, where the kind of its values has an example."""
    named = [parameter for parameter in context.command.params if option in parameter.opts] if context else []
    example = getattr(named[0].type, "example", None) if named else None
    return f"{option} {example}" if example else option


def _must(message: str, type: click.ParamType[Any]) -> str:
    if isinstance(type, click.Choice):
        return f"phải là một trong: {', '.join(map(str, type.choices))}; đang ghi {_found(message)}"
    if isinstance(type, click.Path):
        return f"không có tệp hoặc thư mục {_found(message)}, hoặc không mở được"
    if isinstance(type, click.types.IntParamType):
        return f"phải là số nguyên; đang ghi {_found(message)}"
    return message


def _found(message: str) -> str:
    found = _QUOTED.search(message)
    return f"'{found[1]}'" if found else "không đúng"


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name
