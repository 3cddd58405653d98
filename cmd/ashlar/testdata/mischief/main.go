// Command mischief does what the first word of its input says: things that a program for the machine may not do, and some that it may.
package main

import (
	"crypto/rand"
	"fmt"
	"math"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
	"unsafe"

	"github.com/ashlar-labs/ashlar/guest"
)

type list struct{ next *list }

var deeds = map[string]func(n int){
	"panic":      func(int) { panic("mischief of purpose") },
	"long-panic": func(int) { panic(strings.Repeat("long ", 1000)) },
	"exit":       func(int) { os.Exit(3) },
	"guest-exit": func(int) { guest.Exit(4) },
	"divide":     func(n int) { kept = make([]uint64, 1/(n-n)) },
	"nil":        func(int) { var l *list; l.next.next = l },
	"index":      func(n int) { _ = make([]int, n)[n] },
	"print":      func(int) { fmt.Println("hello") },
	"file":       func(int) { must(os.ReadFile("/etc/hostname")) },
	"getpid":     func(int) { os.Getpid() },
	"sleep":      func(int) { time.Sleep(time.Second) },
	"loop": func(n int) {
		for n != 0 {
		}
	},
	"deadlock": func(int) { <-make(chan int) },
	"memory": func(int) {
		var all [][]byte
		for {
			all = append(all, make([]byte, 1<<20))
		}
	},
	"snapshot": func(int) { guest.Snapshot() },
	"wild":     func(n int) { *(*byte)(unsafe.Pointer(uintptr(n))) = 1 },
	"odd":      func(n int) { kept = make([]uint64, 4); *(*uint64)(unsafe.Add(unsafe.Pointer(&kept[0]), n|1)) = 1 },
	"float":    func(n int) { sink = math.Sqrt(float64(n)) * 1.5 },
	"input":    func(int) { guest.ReadInput()[0] = 1 },
	"random":   func(n int) { must(nil, errorOf(rand.Read(make([]byte, n)))) },
	// The rest is allowed.
	"recover": func(int) {
		defer func() { recover() }()
		panic("nothing")
	},
	"goroutine": func(n int) {
		var wg sync.WaitGroup
		for range n {
			wg.Go(func() {})
		}
		wg.Wait()
	},
	"clock": func(int) { kept = []uint64{uint64(time.Now().Unix())} },
	"gc":    func(int) { runtime.GC() },
	"map": func(n int) {
		m := map[int]int{}
		for i := range n {
			m[i] = i
		}
	},
}

var (
	sink float64
	kept []uint64
)

func errorOf(_ int, err error) error { return err }

func must(b []byte, err error) {
	if err != nil {
		panic(err)
	}
}

func run(input []byte) (out [32]byte) {
	word, _, _ := strings.Cut(string(input), "\n")
	deed, ok := deeds[word]
	if !ok {
		return out
	}
	deed(len(input))
	out[0] = 1
	return out
}

func main() { guest.Main(run) }
