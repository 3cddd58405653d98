// Command mix is the guest program of the tests and benchmarks: hashing, sorting,
// maps, goroutines and deep recursion, all decided by the input.
package main

import (
	"context"
	"crypto/sha256"
	"crypto/sha3"
	"encoding/binary"
	"sort"
	"time"

	"github.com/ashlar-labs/ashlar/guest"
)

func main() { guest.Main(run) }

// run takes a command byte and a count from the input.
func run(input []byte) [32]byte {
	if len(input) < 5 {
		panic("mix: short input")
	}
	n := int(binary.LittleEndian.Uint32(input[1:]))
	switch input[0] {
	case 0:
		return mix(input, n)
	case 1: // use up memory
		var keep [][]byte
		for range n {
			keep = append(keep, make([]byte, 1<<20))
		}
		return sha256.Sum256(keep[n-1][:8])
	case 2: // index out of range
		return [32]byte{input[n]}
	case 3:
		guest.Exit(n)
	case 4:
		guest.Snapshot()
	case 5: // a deep stack
		return [32]byte{byte(depth(n))}
	case 7:
		return exact
	case 8:
		return fused
	case 9: // time stands still, also for contexts and timers that never fire
		ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
		defer cancel()
		return [32]byte{byte(time.Now().Unix()), byte(time.Since(start)), byte(len(ctx.Done()))}
	case 10: // many goroutines, each with its stack
		ch := make(chan int)
		for i := range n {
			go func() { ch <- i }()
		}
		total := 0
		for range n {
			total += <-ch
		}
		return [32]byte{byte(total), byte(total >> 8)}
	case 6: // never ends
		for {
			n++
		}
	}
	return [32]byte{}
}

var start = time.Now()

func depth(n int) int {
	var pad [64]byte
	pad[n&63] = byte(n)
	if n == 0 {
		return 0
	}
	return depth(n-1) + int(pad[n&63]) + 1
}

func mix(input []byte, rounds int) [32]byte {
	sum := sha256.Sum256(input)
	counts := map[uint64]int{}
	words := make([]uint64, 256)
	for r := range rounds {
		for i := range words {
			words[i] = binary.LittleEndian.Uint64(sum[i&3*8:])*uint64(2*i+1) ^ uint64(r)
			counts[words[i]&1023]++
		}
		sort.Slice(words, func(a, b int) bool { return words[a] < words[b] })
		ch := make(chan uint64)
		go func() { ch <- words[r&255] + uint64(counts[uint64(r)&1023]) }()
		k := sha3.New256()
		k.Write(binary.LittleEndian.AppendUint64(sum[:], <-ch))
		k.Sum(sum[:0])
		sum = sha256.Sum256(sum[:])
	}
	return sum
}
