# Stands for systemd, for which a test machine has no room: runs a command as a service of Type=notify with
# WatchdogSec=3 and Restart=on-failure, and prints a line for each message of its main process.
import os, signal, socket, struct, subprocess, sys, tempfile, time

LIMIT = 3.0
path = tempfile.mkdtemp() + "/notify"
inbox = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
inbox.bind(path)
inbox.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
inbox.settimeout(0.1)


def say(text):
    print(text, flush=True)


def start():
    environment = dict(os.environ, NOTIFY_SOCKET=path, WATCHDOG_USEC=str(int(LIMIT * 1e6)))
    service = subprocess.Popen(sys.argv[1:], env=environment)
    say("main %d" % service.pid)
    return service


service = start()
signal.signal(signal.SIGTERM, lambda *_: service.send_signal(signal.SIGTERM))
ready, alive = False, 0.0
while service.poll() is None:
    try:
        message, ancillary, _, _ = inbox.recvmsg(4096, 1024)
        sender = struct.unpack("3i", ancillary[0][2])[0]
        if sender != service.pid:
            say("ignored, from %d" % sender)  # NotifyAccess=main
            continue
        text = message.decode()
        say(text)
        if text in ("READY=1", "WATCHDOG=1"):
            ready, alive = True, time.monotonic()
    except TimeoutError:
        pass
    if ready and time.monotonic() - alive > LIMIT:
        say("watchdog: killed")
        service.kill()  # KillMode=process: nothing but the main process
        service.wait()
        ready = False
        service = start()
say("exit %d" % (service.returncode if service.returncode >= 0 else 128 - service.returncode))
