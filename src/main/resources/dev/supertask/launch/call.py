# Calls one Python function for Supertask. Words: "module" or "file", which, the function (may be empty for a
# file), and its arguments as JSON, positional and by keyword. Python 3.7 and later.
import asyncio, importlib, importlib.util, inspect, json, os, runpy, symtable, sys, traceback


def fail(message):
    sys.stderr.write("supertask: %s\n" % message)
    sys.exit(127)


def imported(name):
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if name == missing or name.startswith(missing + "."):
            fail('no Python module "%s" · put it into the working folder, or install it for %s'
                 % (missing, sys.executable))
        raise


def loaded(path):
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(name, module)
    spec.loader.exec_module(module)
    return module


def defines(path, name):
    with open(path, "rb") as file:
        source = importlib.util.decode_source(file.read())
    try:
        symbol = symtable.symtable(source, path, "exec").lookup(name)
    except (KeyError, SyntaxError, ValueError):
        return False
    return symbol.is_assigned() or symbol.is_imported()


def attribute(module, where, name):
    found = module
    for part in name.split("."):
        if not hasattr(found, part):
            fail('no function "%s" in "%s"' % (name, where))
        found = getattr(found, part)
    if not callable(found):
        fail('"%s" in "%s" is no function' % (name, where))
    return found


def main(kind, where, name, args, kwargs):
    args, kwargs = json.loads(args), json.loads(kwargs)
    if kind == "module":
        module = imported(where)
    else:
        if not os.path.isfile(where):
            fail('no file "%s"' % where)
        sys.path[0] = os.path.dirname(where)
        sys.argv = [where]
        if not name and not defines(where, "run"):
            if args or kwargs:
                fail('no function "run" in "%s", which would take the options' % where)
            runpy.run_path(where, run_name="__main__")
            return
        module = loaded(where)
    result = attribute(module, where, name or "run")(*args, **kwargs)
    if inspect.iscoroutine(result):
        result = asyncio.run(result)
    if result is not None:
        print("result: %r" % (result,))


def ours(frame):
    return frame.f_code.co_filename == "<string>" or frame.f_code.co_filename.startswith("<frozen ") \
        or frame.f_globals.get("__name__") in ("importlib", "runpy", "asyncio.runners", "asyncio.base_events")


if __name__ == "__main__":
    words, sys.argv = sys.argv[1:], sys.argv[:1]
    try:
        main(*words)
    except Exception as error:
        trace = error.__traceback__
        while trace and ours(trace.tb_frame):
            trace = trace.tb_next
        traceback.print_exception(type(error), error, trace)
        sys.exit(1)
