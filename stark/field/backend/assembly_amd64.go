//go:build !purego

package backend

import "golang.org/x/sys/cpu"

func assembly() (list []Backend) {
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512IFMA {
		list = append(list, AVX512)
	}
	if cpu.X86.HasAVX2 {
		list = append(list, AVX2)
	}
	return list
}
