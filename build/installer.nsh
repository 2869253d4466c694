; Case links work from the installation on, for the person who installed it, and no longer once it is taken away.
; https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa767914(v=vs.85)

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\capture-doctor" "" "URL:Capture Doctor case"
  WriteRegStr SHCTX "Software\Classes\capture-doctor" "URL Protocol" ""
  WriteRegStr SHCTX "Software\Classes\capture-doctor\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\capture-doctor"
!macroend
