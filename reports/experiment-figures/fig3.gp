# Draws fig3.svg from fig3.tsv: gnuplot fig3.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "fig3.svg" }
set datafile separator "\t"
set encoding utf8
set border 3 lc rgb '#444444'
set tics nomirror front font ',9'
set grid lc rgb '#dddddd' lt 1 lw 0.5
set style fill solid 0.6 noborder
data = 'fig3.tsv'
set label 1 'Figure 3: samples as they are, m = 1e5' at screen 0.02,0.965 left noenhanced
set label 2 'points: means over runs of the means over test images; bars: from the least to the largest run' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555' font ',10'
set multiplot layout 1,3 margins 0.08,0.98,0.32,0.84 spacing 0.1,0.14
set title '||delta||/||x||' font ',10' noenhanced
set xlabel 'C0' font ',10' noenhanced
set ylabel '' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 1.000000e+01 nomirror font ',9'
set xrange [8.800000e+00:4.120000e+01]
set key at screen 0.5,0.2 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 0 using 1:2:3:4 with yerrorbars lc rgb '#0072B2' pt 7 ps 0.8 lw 1 title 'd = 25', \
    data index 0 using 1:2 with lines lc rgb '#0072B2' lw 1.4 notitle, \
    data index 1 using 1:2:3:4 with yerrorbars lc rgb '#D55E00' pt 5 ps 0.8 lw 1 title 'd = 100', \
    data index 1 using 1:2 with lines lc rgb '#D55E00' lw 1.4 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title '||grad f||' font ',10' noenhanced
set xlabel 'C0' font ',10' noenhanced
set ylabel '' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 1.000000e+01 nomirror font ',9'
set xrange [8.800000e+00:4.120000e+01]
set key at screen 0.5,0.2 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 2 using 1:2:3:4 with yerrorbars lc rgb '#0072B2' pt 7 ps 0.8 lw 1 notitle, \
    data index 2 using 1:2 with lines lc rgb '#0072B2' lw 1.4 notitle, \
    data index 3 using 1:2:3:4 with yerrorbars lc rgb '#D55E00' pt 5 ps 0.8 lw 1 notitle, \
    data index 3 using 1:2 with lines lc rgb '#D55E00' lw 1.4 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title 'eta' font ',10' noenhanced
set xlabel 'C0' font ',10' noenhanced
set ylabel '' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 1.000000e+01 nomirror font ',9'
set xrange [8.800000e+00:4.120000e+01]
set key at screen 0.5,0.2 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 4 using 1:2:3:4 with yerrorbars lc rgb '#0072B2' pt 7 ps 0.8 lw 1 notitle, \
    data index 4 using 1:2 with lines lc rgb '#0072B2' lw 1.4 notitle, \
    data index 5 using 1:2:3:4 with yerrorbars lc rgb '#D55E00' pt 5 ps 0.8 lw 1 notitle, \
    data index 5 using 1:2 with lines lc rgb '#D55E00' lw 1.4 notitle
unset label 1
unset label 2
unset arrow
unset label 3
unset multiplot
