package main

import (
	"flag"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/image"
)

var updateLock = flag.Bool("update", false, "write image.lock")

const (
	lockFile      = "../program/image.lock"
	updateCommand = "go test ./guest/stf -run Lock -args -update"
)

// TestLock: the image built from these sources is the one that image.lock pins. The build does not depend on where the sources lie.
func TestLock(t *testing.T) {
	b, err := buildGuest()
	if err != nil {
		t.Fatal(err)
	}
	if *updateLock {
		changed, err := image.UpdateLock(lockFile, b.guest)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s changed: %v", lockFile, changed)
	}
	lock, err := image.ReadLock(lockFile)
	if err == nil {
		err = lock.Check(b.guest)
	}
	if err != nil {
		t.Errorf("%v\nwhen the change of the guest is intended: %s", err, updateCommand)
	}
}
