; The installer for Windows, built by `python scripts\dev.py package` with Inno Setup 6.
; Not run yet: it was written on Linux.

[Setup]
AppId=workshop-app
AppName=Workshop App
AppVersion={#Version}
AppPublisher=The Workshop App authors
; for the current user, without administrator rights
PrivilegesRequired=lowest
DefaultDirName={autopf}\Workshop App
DefaultGroupName=Workshop App
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..\build\package
OutputBaseFilename=workshop-app-{#Version}-setup
SetupIconFile=icons\workshop-app.ico
UninstallDisplayIcon={app}\workshop-app.exe
LicenseFile=workshop-app\LICENSE
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
ChangesAssociations=yes

[Languages]
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
; an update leaves no file of the earlier version behind; records are in another folder
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "workshop-app\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Workshop App"; Filename: "{app}\workshop-app.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.workshop"; ValueType: string; ValueData: "WorkshopApp.Workshop"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\WorkshopApp.Workshop"; ValueType: string; ValueData: "Workshop"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\WorkshopApp.Workshop\DefaultIcon"; ValueType: string; ValueData: "{app}\workshop-app.exe,0"
Root: HKA; Subkey: "Software\Classes\WorkshopApp.Workshop\shell\open\command"; ValueType: string; ValueData: """{app}\workshop-app.exe"" ""%1"""

[Run]
Filename: "{app}\workshop-app.exe"; Description: "{cm:LaunchProgram,Workshop App}"; Flags: nowait postinstall skipifsilent
