# Runs Python code for Supertask. Words: the code, and its own arguments. Modules of the standard library that the
# code names are there without an import, and so is "task", the run that it is part of. Python 3.7 and later.
import builtins, datetime, importlib, json, os, sys, traceback

MODULES = frozenset("""
    argparse array ast asyncio base64 bisect calendar collections concurrent configparser contextlib copy csv ctypes
    dataclasses datetime decimal difflib email enum errno fnmatch fractions ftplib functools getpass glob gzip hashlib
    heapq hmac html http inspect io ipaddress itertools json locale logging lzma math mimetypes multiprocessing operator
    os pathlib pickle platform pprint queue random re secrets select shlex shutil signal smtplib socket sqlite3 ssl
    statistics string struct subprocess sys tarfile tempfile textwrap threading time traceback types typing unicodedata
    urllib uuid warnings xml zipfile zlib zoneinfo
""".split())
# "import urllib" alone brings none of what is wanted of it.
PARTS = {"concurrent": ["concurrent.futures"], "http": ["http.client"], "logging": ["logging.handlers"],
         "os": ["os.path"], "urllib": ["urllib.error", "urllib.parse", "urllib.request"],
         "xml": ["xml.etree.ElementTree"], "email": ["email.message"]}


class Number(float):
    """A number that may also be called, as people remember a method."""

    def __call__(self):
        return float(self)


class Elapsed(datetime.timedelta):
    @property
    def total_seconds(self):
        return Number(datetime.timedelta.total_seconds(self))


def moment(name):
    text = os.environ.get("SUPERTASK_" + name)
    if not text:
        return None
    text = text[:-1] + "+00:00" if text.endswith("Z") else text
    for form in ("%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M%z"):
        # Before 3.7 no colon was understood, before 3.11 no nine digits.
        whole, dot, rest = text.partition(".")
        digits = len(rest) - len(rest.lstrip("0123456789"))
        try:
            return datetime.datetime.strptime(whole + dot + rest[:min(digits, 6)] + rest[digits:], form)
        except ValueError:
            continue
    return None


def appended(variable, line):
    path = os.environ.get(variable)
    if path:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(line + "\n")


class Task:
    """The run that the code is part of."""

    def __init__(self):
        self._began = datetime.datetime.now(datetime.timezone.utc)
        self.namespace = os.environ.get("SUPERTASK_NAMESPACE")
        self.job = os.environ.get("SUPERTASK_JOB")
        self.run_id = os.environ.get("SUPERTASK_RUN_ID")
        self.attempt = int(os.environ.get("SUPERTASK_ATTEMPT") or 1)
        self.trigger = os.environ.get("SUPERTASK_TRIGGER")
        self.occurrence = moment("OCCURRENCE")
        self.previous = moment("PREVIOUS_SUCCESS")
        start = "SUPERTASK_PARAM_"
        self.params = {name[len(start):].lower(): value for name, value in os.environ.items()
                       if name.startswith(start)}

    @property
    def elapsed(self):
        spent = datetime.datetime.now(datetime.timezone.utc) - self._began
        return Elapsed(days=spent.days, seconds=spent.seconds, microseconds=spent.microseconds)

    def output(self, name, value):
        """Gives out a value: text as it is, anything else as JSON."""
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        if "\n" not in text:
            appended("SUPERTASK_OUTPUT", "%s=%s" % (name, text))
            return
        end = "END"
        while end in text.split("\n"):
            end += "_"
        appended("SUPERTASK_OUTPUT", "%s<<%s\n%s\n%s" % (name, end, text, end))

    def progress(self, fraction, text=""):
        """Says how far it is, from 0 to 1, and what it does."""
        appended("SUPERTASK_PROGRESS", ("%g %s" % (fraction, " ".join(str(text).split()))).strip())


def names(code):
    found = set(code.co_names)
    for constant in code.co_consts:
        if hasattr(constant, "co_names"):
            found |= names(constant)
    return found


def provided(code):
    for name in names(code) & MODULES:
        try:
            module = importlib.import_module(name)
            for part in PARTS.get(name, ()):
                importlib.import_module(part)
        except ImportError:
            continue  # what this Python was built without: the code is told so where it uses it
        yield name, module


def main(text, arguments):
    sys.argv = ["-c"] + arguments
    code = compile(text, "<python>", "exec")
    module = type(sys)("__main__")
    sys.modules["__main__"] = module
    module.__dict__.update(provided(code), task=Task(), __builtins__=builtins)
    exec(code, module.__dict__)


if __name__ == "__main__":
    source, rest = sys.argv[1], sys.argv[2:]
    try:
        main(source, rest)
    except Exception as error:
        trace = error.__traceback__
        while trace and trace.tb_frame.f_code.co_filename != "<python>":
            trace = trace.tb_next
        import linecache
        linecache.cache["<python>"] = (len(source), None, source.splitlines(True), "<python>")
        traceback.print_exception(type(error), error, trace)
        sys.exit(1)
