# A task file: the header says when it is due, and with which arguments run() is called.
#
#     supertask run --file examples/task.py

# /// task
# when = "once"
# description = "Greets some people."
# timeout = "1m"
# [env]
# GREETING = "hello"
# [options]
# names = ["Ada", "Grace"]
# ///
import os


def run(names):
    for name in names:
        print(os.environ.get("GREETING", "good day"), name)
