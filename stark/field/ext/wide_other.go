//go:build !amd64 || purego

package ext

// useWide is never set here; the tests switch it where there is a choice.
var useWide = false

func mulWide(v, a, b Vector) int      { return 0 }
func scaleWide(v, a Vector, s E6) int { return 0 }
