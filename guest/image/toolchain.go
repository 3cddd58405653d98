package image

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/ashlar-labs/ashlar/guest/overlay"
)

// BuildTag selects the machine's implementation of package guest.
const BuildTag = "ashlar_guest"

// flags are the arguments of `go build` that shape the program. Nothing is
// stripped but debugging tables: symbols are not loaded into memory, so the image
// is that of a stripped build (a test compares them).
func flags() []string {
	return []string{
		"-trimpath", "-buildvcs=false", "-tags=" + BuildTag,
		"-gcflags=all=-d=compressinstructions=0", "-asmflags=all=-d=compressinstructions=0",
		"-ldflags=-w -buildid=",
	}
}

// target is the environment that shapes the program; it overrides the caller's.
var target = []string{
	"GOOS=linux", "GOARCH=riscv64", "GORISCV64=rva20u64", "CGO_ENABLED=0",
	"GOFLAGS=", "GOEXPERIMENT=", "GOWORK=off", "GOTOOLCHAIN=local", "GODEBUG=",
}

// toolchain is the go command, checked against the pin.
type toolchain struct {
	goCmd, dir string
	goroot     string
	version    string
	importPath string
	files      map[string][]byte // runtime overlay
}

func newToolchain(ctx context.Context, o Options) (*toolchain, error) {
	t := &toolchain{goCmd: o.Go, dir: o.Dir}
	out, err := t.run(ctx, "env", "-json", "GOVERSION", "GOROOT", "GOMOD")
	if err != nil {
		return nil, err
	}
	var env struct{ GOVERSION, GOROOT, GOMOD string }
	if err := json.Unmarshal(out, &env); err != nil {
		return nil, fmt.Errorf("image: go env: %w", err)
	}
	if env.GOMOD == "" || env.GOMOD == os.DevNull {
		dir, err := filepath.Abs(o.Dir)
		if err != nil {
			return nil, fmt.Errorf("image: %w", err)
		}
		return nil, fmt.Errorf("image: %s is not in a Go module", dir)
	}
	if err := overlay.CheckVersion(env.GOVERSION); err != nil {
		return nil, err
	}
	t.goroot, t.version = env.GOROOT, env.GOVERSION
	if t.files, err = overlay.Files(os.DirFS(filepath.Join(t.goroot, "src"))); err != nil {
		return nil, err
	}
	out, err = t.run(ctx, "list", "-tags="+BuildTag, "-f", "{{.ImportPath}} {{.Name}}", "--", o.Package)
	if err != nil {
		return nil, err
	}
	path, name, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if name != "main" {
		return nil, fmt.Errorf("image: %s is package %q, not a main package", o.Package, name)
	}
	t.importPath = path
	return t, nil
}

// compile returns the ELF file of a package.
func (t *toolchain) compile(ctx context.Context, tmp, pkg string, extra ...string) ([]byte, error) {
	lay, err := overlay.Write(filepath.Join(tmp, "overlay"), t.goroot, t.files)
	if err != nil {
		return nil, err
	}
	elf := filepath.Join(tmp, "guest.elf")
	args := append([]string{"build", "-overlay=" + lay, "-o", elf}, flags()...)
	args = append(append(args, extra...), "--", pkg)
	if _, err := t.run(ctx, args...); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(elf)
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	return b, nil
}

func (t *toolchain) run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, t.goCmd, args...)
	cmd.Dir = t.dir
	cmd.Env = append(os.Environ(), target...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("image: go %s: %w\n%s", args[0], err, strings.TrimSpace(stderr.String()))
	}
	return out, nil
}
