//go:build !amd64 || purego

package backend

func assembly() []Backend { return nil }
