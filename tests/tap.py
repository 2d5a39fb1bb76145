"""What the checks in Python print: a line for each that holds or does not, in the form of TAP."""


class Tap:
    """Counts what holds and what does not."""

    def __init__(self):
        self.count, self.failed = 0, 0

    def hold(self, name, faults):
        faults = list(faults)
        self.count += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults[:20]:
            print(f"#   {fault}")

    def end(self):
        print(f"1..{self.count}\n# pass {self.count - self.failed}\n# fail {self.failed}")
        return 1 if self.failed else 0
