package store

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

var replaceFileW = windows.NewLazySystemDLL("kernel32.dll").NewProc("ReplaceFileW")

// replace is ReplaceFileW with a backup name. It keeps the access rights and
// attributes of the old file.
func replace(f *folder, in, name, out string) error {
	to, from, backup, err := threePaths(f.full(name), f.full(in), f.full(out))
	if err != nil {
		return err
	}
	ok, _, err := replaceFileW.Call(uintptr(unsafe.Pointer(to)), uintptr(unsafe.Pointer(from)), uintptr(unsafe.Pointer(backup)), 0, 0, 0)
	if ok == 0 {
		return &os.LinkError{Op: "ReplaceFile", Old: f.full(in), New: f.full(name), Err: err}
	}
	return nil
}

func threePaths(a, b, c string) (x, y, z *uint16, err error) {
	if x, err = windows.UTF16PtrFromString(a); err != nil {
		return
	}
	if y, err = windows.UTF16PtrFromString(b); err != nil {
		return
	}
	z, err = windows.UTF16PtrFromString(c)
	return
}

// publish is MoveFileEx, which does not replace unless told to.
func publish(f *folder, in, name string) error {
	from, err := windows.UTF16PtrFromString(f.full(in))
	if err != nil {
		return err
	}
	to, err := windows.UTF16PtrFromString(f.full(name))
	if err != nil {
		return err
	}
	if err := windows.MoveFileEx(from, to, windows.MOVEFILE_WRITE_THROUGH); err != nil {
		return &os.LinkError{Op: "MoveFileEx", Old: f.full(in), New: f.full(name), Err: err}
	}
	return nil
}

// syncDir does nothing: Windows has no flush for the names in a folder.
func syncDir(*os.File) error { return nil }
