// Package freeport finds addresses for servers of tests that are stopped and started again at the same place.
//
// A port that the kernel chose (port 0) and that is free again will not do: the kernel gives it to the next process that asks. The ports here lie below those that the kernel gives out, and no two
// processes that run at the same time try the same ones first.
package freeport

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
)

// Ports of a process: perProcess of them, from lowest on, below the kernel's.
const (
	lowest     = 10_000
	perProcess = 64
	usual      = 32_768 // where the kernel's ports begin on Linux unless somebody changed it
)

var taken atomic.Uint32

// Address is 127.0.0.1 with a port at which nobody listens now, that no other call in this process returns and that the kernel gives to nobody by itself.
func Address() (string, error) {
	highest := kernelPorts()
	if highest < lowest+perProcess {
		return "", fmt.Errorf("freeport: the kernel gives out the ports from %d on: there are none below for tests", highest)
	}
	n := highest - lowest
	for range n {
		i := int(taken.Add(1)-1) + os.Getpid()*perProcess
		address := net.JoinHostPort("127.0.0.1", strconv.Itoa(lowest+i%n))
		if l, err := net.Listen("tcp", address); err == nil {
			return address, l.Close()
		}
	}
	return "", errors.New("freeport: every port is in use")
}

// kernelPorts is the first port that the kernel gives to who asks for any.
func kernelPorts() int {
	text, err := os.ReadFile("/proc/sys/net/ipv4/ip_local_port_range")
	if err != nil {
		return usual
	}
	first, err := strconv.Atoi(strings.Fields(string(text) + " ?")[0])
	if err != nil {
		return usual
	}
	return first
}
