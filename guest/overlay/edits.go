package overlay

import (
	"fmt"
	"strings"
)

// edit replaces old, which must occur exactly once in file, by new.
type edit struct {
	file     string // relative to GOROOT/src
	old, new string
}

func (e edit) apply(text string) (string, error) {
	if n := strings.Count(text, e.old); n != 1 {
		return "", fmt.Errorf("overlay: %s: edit matches %d times, want once: %q", e.file, n, e.old)
	}
	return strings.Replace(text, e.old, e.new, 1), nil
}

// early makes a function return at once. The rest stays, behind a condition, so
// that its imports and variables remain used.
func early(file, signature, body string) edit {
	return edit{file, "\n" + signature + " {\n", "\n" + signature + " {\n\tif true {\n\t\t" + body + "\n\t}\n"}
}

var edits = []edit{
	// No sysmon thread: as on wasm.
	{"runtime/proc.go", `const haveSysmon = GOARCH != "wasm"`, `const haveSysmon = false`},
	// The main goroutine is never wired to its thread, so there is never a second M.
	early("runtime/proc.go", "func dolockOSThread()", "return"),
	early("runtime/proc.go", "func dounlockOSThread()", "return"),
	// The init that starts the forced-GC goroutine becomes a function nobody calls.
	{"runtime/proc.go", "func init() {\n\tgo forcegc", "func guestNoForceGC() {\n\tgo forcegc"},
	{"runtime/proc.go", "\tgo updateMaxProcsGoroutine()\n", "\t_ = updateMaxProcsGoroutine\n"},
	// The collector never starts; no sweeper, no scavenger.
	{"runtime/mgc.go", "\t// Kick off sweeping and scavenging.\n\tc := make(chan int, 2)\n\tgo bgsweep(c)\n" +
		"\tgo bgscavenge(c)\n\t<-c\n\t<-c\n\tmemstats.enablegc = true", "\tmemstats.enablegc = false"},

	// Floating point in the runtime's own paths.
	early("runtime/runtime1.go", "func check()", "return"),
	early("runtime/mgcpacer.go", "func (c *gcControllerState) commit(isSweepDone bool)",
		"c.gcPercentHeapGoal.Store(^uint64(0))\n\t\treturn"),
	early("runtime/mgcsweep.go", "func deductSweepCredit(spanBytes uintptr, callerSweepPages uintptr)", "return"),
	{"runtime/mprof.go", "var MemProfileRate int = 512 * 1024", "var MemProfileRate int = 0"},

	// Start-up work that has no meaning on the machine.
	early("runtime/symtab.go", "func moduledataverify1(datap *moduledata)", "return"),
	early("runtime/signal_unix.go", "func initsig(preinit bool)", "return"),
	early("runtime/os_linux.go", "func getCPUCount() int32", "return 1"),
	early("runtime/set_vma_name_linux.go",
		"func setVMAName(start unsafe.Pointer, length uintptr, name string)", "return"),

	// No clock: a constant, not zero because the runtime refuses a zero start time.
	early("runtime/time_nofake.go", "func nanotime() int64", "return 1"),
	early("runtime/timestub.go", "func time_now() (sec int64, nsec int32, mono int64)", "return 0, 0, 1"),
	// Timers can be set, never fire, and need no poller for that.
	early("runtime/netpoll.go", "func netpollGenericInit()", "return"),

	// Copies by words whatever the alignment, long ones by the accelerator.
	{"runtime/memmove_riscv64.s", "\tBEQZ\tX12, done\n\n\t// If the destination is ahead",
		"\tBEQZ\tX12, done\n\n" + memmoveSource() + "\n\t// If the destination is ahead"},

	// Objects come from one bump pointer and are never freed. debug.sbrk is the
	// runtime's own never-free mode: finalizers and cleanups become no-ops.
	{"runtime/proc.go", "\tgcinit()\n\n", "\tgcinit()\n\tdebug.sbrk = 1\n\n"},
	early("runtime/malloc.go", "func mallocgc(size uintptr, typ *_type, needzero bool) unsafe.Pointer",
		"return guestAlloc(size)"),
	{"runtime/malloc.go", "func newobject(typ *_type) unsafe.Pointer {\n\treturn mallocgc(typ.Size_, typ, true)\n}",
		"func newobject(typ *_type) unsafe.Pointer"},
	// Copying a growing stack costs more than a large first one. The second edit
	// is for goroutines that are used again.
	{"runtime/proc.go", "newg = malg(stackMin)", "newg = malg(256 << 10)"},
	{"runtime/stack.go", "var startingStackSize uint32 = fixedStack", "var startingStackSize uint32 = 256 << 10"},

	// The runtime's page heap (stacks, metadata) lives in the runtime region. A
	// 36-bit address space, the smallest that the five summary levels allow,
	// shrinks its index from 1.2 GB to less than a megabyte.
	{"runtime/malloc.go", "heapAddrBits = (_64bit*(1-goarch.IsWasm)*(1-goos.IsIos*goarch.IsArm64))*48 +",
		"heapAddrBits = (_64bit*(1-goarch.IsWasm)*(1-goos.IsIos*goarch.IsArm64))*36 +"},
	early("runtime/mem.go", "func sysReserveAligned(v unsafe.Pointer, size, align uintptr, vmaName string) (unsafe.Pointer, uintptr)",
		"return guestReserve(nil, size, align), size"),
	early("runtime/mem_linux.go", "func sysAllocOS(n uintptr, vmaName string) unsafe.Pointer",
		"return guestReserve(nil, n, 4096)"),
	early("runtime/mem_linux.go", "func sysReserveOS(v unsafe.Pointer, n uintptr, vmaName string) unsafe.Pointer",
		"return guestReserve(v, n, 4096)"),
	early("runtime/mem_linux.go", "func sysUnusedOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysUsedOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysHugePageOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysNoHugePageOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysHugePageCollapseOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysFreeOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysFaultOS(v unsafe.Pointer, n uintptr)", "return"),
	early("runtime/mem_linux.go", "func sysMapOS(v unsafe.Pointer, n uintptr, vmaName string)", "return"),
}
