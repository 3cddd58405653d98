package e2e

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// process is a running ashlar.
type process struct {
	t      *testing.T
	cmd    *exec.Cmd
	out    text // what it says: data
	log    text // and talk
	marked int  // where says begins to look
	exited chan struct{}
}

// text is output that is read while it is written.
type text struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (x *text) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.buf.Write(p)
}

func (x *text) String() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.buf.String()
}

// ashlar starts the binary.
func ashlar(t *testing.T, args ...string) *process {
	t.Helper()
	return started(t, exec.Command(must(binary())(t), args...))
}

// started starts a command.
func started(t *testing.T, cmd *exec.Cmd) *process {
	t.Helper()
	p := &process{t: t, cmd: cmd, exited: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _ = p.cmd.Wait(); close(p.exited) }()
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			t.Logf("ashlar %s (process %d)\n%s%s", strings.Join(cmd.Args[1:], " "), p.cmd.Process.Pid, p.log.String(), p.out.String())
		}
	})
	return p
}

// devnetArgs are the flags that all tests share; batches are small and quick.
func devnetArgs(t *testing.T, dir string, more ...string) []string {
	t.Helper()
	return append([]string{"devnet", "--data-dir", dir, "--guest-image", must(guestFile())(t), "--batch-age", "1s"}, more...)
}

func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	<-p.exited
}

// pause stops the process where it is; it can only be killed afterwards.
func (p *process) pause() { p.signal(syscall.SIGSTOP) }

func (p *process) signal(s syscall.Signal) {
	p.t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Fatal(err)
	}
}

func (p *process) running() bool {
	select {
	case <-p.exited:
		return false
	default:
		return true
	}
}

// wait returns the exit status.
func (p *process) wait() int {
	p.t.Helper()
	await(p.t, "the end of the process", func() bool { return !p.running() })
	return p.cmd.ProcessState.ExitCode()
}

// mark makes says look at what comes from now on.
func (p *process) mark() { p.marked = len(p.log.String()) }

// says waits until the log has a line with this text.
func (p *process) says(what string) {
	p.t.Helper()
	await(p.t, "the log to say "+what, func() bool {
		p.mustRun()
		return strings.Contains(p.log.String()[p.marked:], what)
	})
}

// saysLines waits until the log has n lines more.
func (p *process) saysLines(n int) {
	p.t.Helper()
	await(p.t, "lines of the log", func() bool {
		p.mustRun()
		return strings.Count(p.log.String()[p.marked:], "\n") >= n
	})
}

func (p *process) mustRun() {
	p.t.Helper()
	if !p.running() {
		p.t.Fatalf("the process has ended with status %d", p.cmd.ProcessState.ExitCode())
	}
}

// ready waits until the network is up.
func (p *process) ready() {
	p.t.Helper()
	await(p.t, "the network", func() bool {
		p.mustRun()
		return strings.Contains(p.out.String(), "Development accounts")
	})
}

// shows is a value of the table that a devnet prints.
func (p *process) shows(name string) string {
	p.t.Helper()
	m := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + `\s+(\S+)`).FindStringSubmatch(p.out.String())
	if m == nil {
		p.t.Fatalf("no %q in\n%s", name, p.out.String())
	}
	return m[1]
}
