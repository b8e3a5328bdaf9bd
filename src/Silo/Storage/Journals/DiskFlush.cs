using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Networks.Silo.Storage.Journals;

/// <summary>Waits until what was written to a file is on the disk.</summary>
internal static class DiskFlush
{
    /// <summary>
    /// On Linux the data and what is needed to find it, but not the time of the last change: to write that down as well would take the
    /// disk a second wait. Throws <see cref="IOException"/> if the disk fails.
    /// </summary>
    public static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        var isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            while (FlushData((int)file.DangerousGetHandle()) != 0)
            {
                var error = Marshal.GetLastPInvokeError();
                if (error != Interrupted)
                {
                    throw new IOException($"The disk did not take what was written: {new Win32Exception(error).Message}");
                }
            }
        }
        finally
        {
            if (isHeld)
            {
                file.DangerousRelease();
            }
        }
    }

    private const int Interrupted = 4;

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FlushData(int descriptor);
}
