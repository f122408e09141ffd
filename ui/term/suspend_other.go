//go:build !unix

package term

// CanSuspend reports false where shells have no job control.
func CanSuspend() bool { return false }
